import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '../json/canonical'
import { readExact, writeExact } from '../json/exact-numbers'
import type { Json } from '../json/json'
import { applyDifferences, differencesBetween as exactDifferences } from './difference'
import { entityHistory, stateAt, type EntityEvent } from './entity-history'
import { statesOf } from './replay'

const revised = fc.record({ version: fc.nat({ max: 3 }), by: fc.nat({ max: 2 }) }).map((data): Json => data)
const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 4 }))
const names = fc.constantFrom('a', 'b', '', '__proto__', 'a/b', '~', '0')
/** From their text, as every state is: only so a member called `__proto__` is one. */
const states = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as Json)

const same = (a: Json | undefined) => (a === undefined ? undefined : canonicalize(a))

const differencesBetween = (before: Json, after: Json) =>
  exactDifferences(readExact(JSON.stringify(before)), readExact(JSON.stringify(after)))

const event = fc.record({
  type: fc.constant('CardUpdated'),
  version: fc.constantFrom('1', '2'),
  operation: fc.constantFrom('created' as const, 'updated' as const, 'deleted' as const),
  created_at: fc.nat({ max: 4 }),
  received_at: fc.nat({ max: 4 }),
  data: fc.oneof(states, revised),
  missing: fc.constant([]),
})
const events = fc
  .array(event, { maxLength: 8 })
  .map((list) => list.map((each, i): EntityEvent => ({ ...each, event_id: `e${i}` })))

describe('differences', () => {
  it('applied to the state before, give the state after', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const untouched = canonicalize(before)
        const result = applyDifferences(before, differencesBetween(before, after))
        expect(same(result)).toBe(same(after))
        expect(canonicalize(before)).toBe(untouched)
      }),
    )
  })

  it('of equal states are none, and each of them is one', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        expect(differencesBetween(before, before)).toEqual([])
        for (const difference of differencesBetween(before, after))
          expect(same(difference.before)).not.toBe(same(difference.after))
      }),
    )
  })

  it('stand at the field that differs, lists of another length as a whole', () => {
    expect(
      differencesBetween(
        { name: { full: 'Ada', 'a/b': 1 }, tags: ['x'], lines: [{ n: 1 }, { n: 2 }], gone: true },
        { name: { full: 'Ada N', 'a/b': 1 }, tags: ['x', 'y'], lines: [{ n: 1 }, { n: 3 }], came: null },
      ),
    ).toEqual([
      { pointer: '/name/full', before: 'Ada', after: 'Ada N' },
      { pointer: '/tags', before: ['x'], after: ['x', 'y'] },
      { pointer: '/lines/1/n', before: 2, after: 3 },
      { pointer: '/gone', before: true },
      { pointer: '/came', after: null },
    ])
  })
})

describe('the history of an entity', () => {
  it('tells numbers apart that a double would not, and replayed gives them to the letter', () => {
    const texts = [
      '{"n":9007199254740992,"list":[1,9007199254740993],"deep":{"x":1}}',
      '{"n":9007199254740993,"list":[1,9007199254740993],"deep":{"x":1e400}}',
      '{"n":9007199254740993,"list":[9007199254740995],"deep":{"x":2}}',
      '{"n":1}',
    ]
    const steps = entityHistory(
      texts.map((text, i): EntityEvent => {
        const { value: data, numbers } = readExact(text)
        const of = { type: 'CardUpdated', version: '1', operation: 'updated', received_at: i } as const
        return { ...of, event_id: `e${i}`, created_at: i, data, numbers, missing: [] }
      }),
    )
    expect(steps[1]!.differences).toEqual([
      {
        pointer: '/n',
        before: 9007199254740992,
        after: 9007199254740992,
        after_text: '9007199254740993',
      },
      { pointer: '/deep/x', before: 1, after: Infinity, after_text: '1e400' },
    ])
    expect(statesOf(steps).map((state) => writeExact(state))).toEqual(texts)
  })

  it('puts updates of one moment in the order of their revisions, whenever they came', () => {
    const of = {
      type: 'CardUpdated',
      version: '1',
      operation: 'updated',
      created_at: 1,
      missing: [],
    } as const
    const told = (...events: [text: string, received_at: number][]) =>
      entityHistory(
        events.map(([text, received_at], i): EntityEvent => {
          const { value: data, numbers } = readExact(text)
          return { ...of, event_id: `e${i}`, received_at, data, numbers }
        }),
      ).map(({ event }) => event.event_id)
    expect(told(['{"version":3}', 1], ['{"version":1}', 1], ['{"version":2}', 2])).toEqual(['e1', 'e2', 'e0'])
    expect(told(['{"revision":9007199254740993}', 1], ['{"revision":9007199254740992}', 1])).toEqual([
      'e1',
      'e0',
    ])
    // One that does not say it leaves the order to the arrival.
    expect(told(['{"version":3}', 1], ['{}', 1], ['{"version":2}', 2])).toEqual(['e0', 'e1', 'e2'])
    expect(told(['{"version":3}', 2], ['{"version":"2"}', 1])).toEqual(['e1', 'e0'])
  })

  it('is the same whatever order its events are read in', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(entityHistory(other)).toEqual(entityHistory(list))
      }),
    )
  })

  it('replayed gives the state after every event, at last the last one', () => {
    fc.assert(
      fc.property(events, (list) => {
        const steps = entityHistory(list)
        let state: Json | undefined
        for (const { event, differences } of steps) {
          state = applyDifferences(state, differences)
          expect(same(state)).toBe(same(event.data))
        }
        const last = steps.at(-1)?.event
        expect(stateAt(steps)).toEqual(last ? { event: last, exists: last.operation !== 'deleted' } : null)
      }),
    )
  })

  it('knows the state at any time: that of the last event by then', () => {
    fc.assert(
      fc.property(events, fc.nat({ max: 5 }), (list, at) => {
        const steps = entityHistory(list)
        const until = entityHistory(list.filter((each) => each.created_at <= at))
        expect(stateAt(steps, at)).toEqual(stateAt(until))
      }),
    )
  })
})
