import { expect, it } from 'vitest'
import { mailOfDay, mailOfInvitation, mailOfItem, type ToldItem } from './write-mail'

const item: ToldItem = {
  kind: 'publish',
  because: 'consumer',
  eventType: 'Card/Expired',
  version: '2.0.0',
  proposal: 'p1',
  body: 'New codes\nfrom July',
  by: 'Ada',
}

it('says who did what, why one is told, and where to look', () => {
  expect(mailOfItem(item, 'https://x.example')).toEqual({
    subject: 'Card/Expired: Ada published it',
    body: [
      'Ada published Card/Expired 2.0.0. You are told because your team consumes it.',
      '> New codes\n> from July',
      'https://x.example/proposals/p1',
      '-- \nWhether you get these mails you decide at https://x.example/account',
    ].join('\n\n'),
  })
  const handedIn = mailOfItem({ ...item, kind: 'submit' }, 'https://x.example')
  expect(handedIn.subject).toBe('Card/Expired: Ada handed it in')
  const day = mailOfDay([item, { ...item, proposal: null, body: '' }], 'https://x.example')
  expect(day.subject).toBe('Card/Expired and 1 more: your day in the catalog')
  expect(day.body).toContain('https://x.example/catalog/Card%2FExpired/versions')
  const left = { ...item, kind: 'event-type-retired', version: null, proposal: null } as const
  expect(mailOfItem(left, 'https://x.example').body.split('\n\n')).toMatchObject([
    'Ada retired Card/Expired. You are told because your team consumes it.',
    '> New codes\n> from July',
    'https://x.example/catalog/Card%2FExpired',
    expect.stringContaining('account'),
  ])
})

it('lets no name begin a header of its own', () => {
  const by = 'Eve\r\nBcc: all@example.org\u2028x\u0000'
  const eventType = 'A\nB'
  const mails = [mailOfItem({ ...item, by, eventType }, ''), mailOfDay([{ ...item, eventType }], '')]
  for (const { subject } of mails) expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  const { body } = mailOfInvitation({ by, isNew: true, secret: 's', good: '3 days' }, 'https://x.example')
  expect(body.split('\n\n')[1]).toBe('https://x.example/sign-in?invitation=s')
})
