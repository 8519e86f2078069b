import { expect, it } from 'vitest'
import { roomFor, type RowTexts } from './row-room'

const row: RowTexts = {
  name: 'PaymentCaptured',
  counts: [],
  owner: 'payments',
  version: '2.3.0',
  tags: ['breaks schema', 'conflict', 'late', 'clocks disagree by 2.1 s'],
}

it('shows all of a row that has room for it', () => {
  expect(roomFor(700, row)).toEqual({ owner: true, version: true, tags: 4 })
  expect(roomFor(270, { ...row, tags: [] })).toEqual({ owner: true, version: true, tags: 0 })
})

it('leaves out the version first, then tags, then the owner, then the words of the gravest tag', () => {
  const shown = [640, 600, 480, 400, 340, 320, 290, 260, 240, 100].map((pixels) => roomFor(pixels, row))
  expect(shown).toEqual([
    { owner: true, version: true, tags: 4 },
    { owner: true, version: false, tags: 4 },
    { owner: true, version: true, tags: 3 },
    { owner: true, version: false, tags: 2 },
    { owner: true, version: false, tags: 1 },
    { owner: true, version: false, tags: 1 },
    { owner: false, version: false, tags: 1 },
    { owner: false, version: false, tags: 0 },
    { owner: false, version: false, tags: 0 },
    { owner: false, version: false, tags: 0 },
  ])
})

it('lets a long owner be cut, but not to a stub', () => {
  const owner = 'customer-communication-and-campaigns'
  expect(roomFor(380, { ...row, owner, tags: ['late'] }).owner).toBe(true)
  expect(roomFor(230, { ...row, owner, tags: ['late'] }).owner).toBe(false)
})

it('lets counts of what is hidden or overdue go before tags', () => {
  expect(roomFor(290, { ...row, counts: ['next step overdue'] })).toEqual({
    owner: false,
    version: false,
    tags: 0,
  })
})
