import { describe, expect, it } from 'vitest'
import { readExact } from '../json/exact-numbers'
import type { Json } from '../json/json'
import type { CudOperation } from '../naming/cud-name'
import { entityFindings } from './entity-findings'
import { entityHistory, type EntityEvent } from './entity-history'

const SECOND = 1_000_000

/** Created a second after one another and received at once, where nothing else is said. */
function history(...told: (Partial<EntityEvent> & { operation: CudOperation })[]) {
  const events = told.map((each, i): EntityEvent => ({
    event_id: `e${i + 1}`,
    type: `Card${each.operation}`,
    version: '1.0.0',
    created_at: (i + 1) * SECOND,
    received_at: (i + 1) * SECOND,
    data: { card_id: 'c' },
    missing: [],
    ...each,
  }))
  return entityFindings(entityHistory(events)).map(({ rule, event_id, pointer }) =>
    [rule, event_id, pointer].filter((part) => part !== '').join(' '),
  )
}

describe('findings of an entity', () => {
  it('are none where it was created, changed and deleted', () => {
    expect(
      history(
        { operation: 'created' },
        { operation: 'updated' },
        { operation: 'updated' },
        { operation: 'deleted' },
      ),
    ).toEqual([])
  })

  it('are none where all of it came at one moment, whatever its ids', () => {
    const at = { created_at: SECOND, received_at: SECOND }
    expect(
      history(
        { operation: 'deleted', event_id: 'a', ...at },
        { operation: 'updated', event_id: 'b', ...at },
        { operation: 'created', event_id: 'c', ...at },
      ),
    ).toEqual([])
  })

  it('tell of a creation that is missing', () => {
    expect(history({ operation: 'updated' }, { operation: 'created' })).toEqual([
      'never-created e1',
      'created-twice e2',
    ])
  })

  it('tell of what follows a deletion, a new creation apart', () => {
    expect(
      history(
        { operation: 'created' },
        { operation: 'deleted' },
        { operation: 'updated' },
        { operation: 'deleted' },
      ),
    ).toEqual(['after-deleted e3'])
    expect(history({ operation: 'created' }, { operation: 'deleted' }, { operation: 'created' })).toEqual([
      'created-again e3',
    ])
  })

  it('let what was created again count its revisions anew', () => {
    expect(
      history(
        { operation: 'created', data: { revision: 1 } },
        { operation: 'deleted', data: { revision: 7 } },
        { operation: 'created', data: { revision: 1 } },
        { operation: 'updated', data: { revision: 0 } },
      ),
    ).toEqual(['created-again e3', 'revision-back e4 /revision'])
  })

  it('tell of an incomplete state', () => {
    expect(history({ operation: 'created', missing: ['/name', '/email'] }, { operation: 'updated' })).toEqual(
      ['state-incomplete e1 /name', 'state-incomplete e1 /email'],
    )
  })

  it('tell of versions that go back, of one event type and where their order is known', () => {
    expect(
      history(
        { operation: 'created', version: '3.0.0' },
        { operation: 'updated', version: '1.10.0' },
        { operation: 'updated', version: '1.9.0' },
        { operation: 'updated', version: 'brown' },
      ),
    ).toEqual(['version-back e3'])
    expect(
      history({ operation: 'created', data: { version: 4 } }, { operation: 'updated', data: { version: 3 } }),
    ).toEqual(['revision-back e2 /version'])
  })

  it('tell of an event that arrived after a later one, however many are between', () => {
    expect(
      history(
        { operation: 'created' },
        { operation: 'updated', received_at: 9 * SECOND },
        { operation: 'updated', received_at: 10 * SECOND },
        { operation: 'updated' },
      ),
    ).toEqual(['arrived-late e2', 'arrived-late e3'])
  })

  it('tell of states of one moment and message that nothing puts in order', () => {
    const at = { operation: 'updated', created_at: 2 * SECOND, received_at: 2 * SECOND } as const
    const created = { operation: 'created' } as const
    const named = (name: string, more: object = {}) => ({ ...at, data: { name, ...more } as Json })
    expect(history(created, named('Ada'), named('Bea'))).toEqual(['order-unknown e3'])
    expect(history(created, named('Ada'), named('Ada'))).toEqual([])
    expect(history(created, named('Ada'), { ...named('Bea'), received_at: 3 * SECOND })).toEqual([])
    expect(history(created, named('Ada', { revision: 3 }), named('Bea', { revision: 2 }))).toEqual([])
    expect(history(created, named('Ada', { revision: 2 }), named('Bea', { revision: 2 }))).toEqual([
      'order-unknown e3',
    ])
  })

  it('tell of revisions that no event has, where they are counted one by one', () => {
    const told = (...revisions: number[]) =>
      history(
        ...revisions.map((revision, i) => ({
          operation: i === 0 ? ('created' as const) : ('updated' as const),
          data: { revision },
        })),
      )
    expect(told(1, 2, 3, 4, 6, 7)).toEqual(['revision-skipped e5 /revision'])
    expect(told(1, 2, 3, 4, 9, 10, 11, 12, 14)).toEqual([
      'revision-skipped e5 /revision',
      'revision-skipped e9 /revision',
    ])
    expect(told(4, 5, 6, 7), 'where it begins is not told').toEqual([])
    expect(told(1, 2, 4), 'three numbers show nothing').toEqual([])
    expect(told(1, 2, 3, 3, 4, 6), 'nothing is told twice').toEqual(['revision-skipped e6 /revision'])
    expect(told(1, 2, 3, 5, 7, 8, 10), 'most are left out').toEqual([])
    expect(told(1_786_000_000, 1_786_000_060, 1_786_003_600, 1_786_090_000), 'moments').toEqual([])
    expect(told(10, 20, 30, 40, 60), 'steps by ten').toEqual([])
    expect(told(1, 2, 3, 5, 4, 6), 'what came in another order').toEqual(['revision-back e5 /revision'])
  })

  it('tell of skipped revisions by their numbers, and of each life for itself', () => {
    const life = (...revisions: number[]) => [
      ...revisions.map((revision, i) => ({
        operation: i === 0 ? ('created' as const) : ('updated' as const),
        data: { version: revision },
      })),
      { operation: 'deleted' as const, data: {} },
    ]
    expect(history(...life(1, 2, 3, 4), ...life(7, 8, 9, 10, 12))).toEqual([
      'created-again e6',
      'revision-skipped e10 /version',
    ])
    const events = [1, 2, 3, 4, 6, 7, 8, 9, 12].map((version, i): EntityEvent => ({
      event_id: `e${i}`,
      type: 'CardUpdated',
      operation: i === 0 ? 'created' : 'updated',
      version: '1.0.0',
      created_at: i * SECOND,
      received_at: i * SECOND,
      data: { version },
      missing: [],
    }))
    expect(entityFindings(entityHistory(events)).map(({ message }) => message)).toEqual([
      'No event says what its version 5 was: it may be lost, or still under way.',
      'No event says what its versions 10 to 11 were: they may be lost, or still under way.',
    ])
  })

  it('tell of revisions that go back in digits which a double rounds, to the letter', () => {
    const exact = (text: string) => {
      const { value: data, numbers } = readExact(text)
      return { operation: 'updated', data, numbers } as const
    }
    expect(
      history(
        { operation: 'created' },
        exact('{"revision":9007199254740993}'),
        exact('{"revision":9007199254740992}'),
      ),
    ).toEqual(['revision-back e3 /revision'])
  })
})
