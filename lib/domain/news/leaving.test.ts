import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isNewToConsumers, leavingWords, wayFrom, type Leaving } from './leaving'

const active: Leaving = { status: 'active', status_reason: '', successor: null, retires_on: null }
const deprecated: Leaving = {
  status: 'deprecated',
  status_reason: 'It says too little.',
  successor: 'ParcelHandedOver',
  retires_on: '2027-03-01',
}

it('is new to consumers where it goes, or goes otherwise than they were told', () => {
  expect(isNewToConsumers(active, deprecated)).toBe(true)
  expect(isNewToConsumers(deprecated, { ...deprecated, status: 'retired' })).toBe(true)
  expect(isNewToConsumers(deprecated, { ...deprecated, retires_on: '2027-02-01' })).toBe(true)
  expect(isNewToConsumers(deprecated, { ...deprecated, successor: null })).toBe(true)
  expect(isNewToConsumers(deprecated, { ...deprecated, status_reason: 'Little.' })).toBe(false)
  expect(isNewToConsumers(deprecated, active)).toBe(false)
})

it('says what to go to and until when before it says why', () => {
  expect(leavingWords(deprecated)).toBe('Go to ParcelHandedOver. Until 2027-03-01. It says too little.')
  expect(leavingWords({ ...deprecated, status: 'retired', successor: null })).toBe(
    'Since 2027-03-01. It says too little.',
  )
  expect(leavingWords({ ...active, status: 'retired' })).toBe('')
})

it('leads along all successors, each once, and ends in any graph', () => {
  const graph = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom('A', 'B', 'C', 'D', 'E'))
  fc.assert(
    fc.property(graph, (successors) => {
      const after = (name: string) => (Object.hasOwn(successors, name) ? successors[name]! : null)
      const way = wayFrom('A', after)
      expect(new Set(way).size).toBe(way.length)
      expect(way).not.toContain('A')
      const steps = ['A', ...way]
      for (const [i, name] of way.entries()) expect(after(steps[i]!)).toBe(name)
      const last = after(steps.at(-1)!)
      expect(last === null || steps.includes(last)).toBe(true)
    }),
  )
})
