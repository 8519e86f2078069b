import { beforeAll, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { pool } from '@/lib/server/database/connection'
import { getExpectations } from './get-expectations'
import { forgetSteps, kept, learnedOf } from '@/lib/server/services/flow/step-memory'

const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

describe('the expected next step', () => {
  useTestDatabase()
  const stateOf = async (event_id: string) =>
    (await getExpectations(sender, { event_id })).items.map(({ event_id: id, state }) => `${id} ${state}`)

  beforeAll(async () => {
    await publish('PaymentCaptured')
    await pool().query(`INSERT INTO owner (slug, name, updated_at) VALUES ('payments', 'Payments', now())`)
    await pool().query(
      `UPDATE event_type SET owner_id = (SELECT id FROM owner) WHERE name = 'PaymentCaptured'`,
    )
    const step = (id: string, parent: string | undefined, type: string, created: string, version = '1') => ({
      ...envelope({ id, parent, type, version, created }),
      received_at: created,
    })
    const chains = Array.from({ length: 120 }, (_, i) => {
      const at = (i + 10) * 20 * MINUTE
      const end = i % 10 === 0 ? 'PaymentDeclined' : 'PaymentCaptured'
      const paid = step(`c${i}`, `a${i}`, end, ago(at - MINUTE))
      // Every seventh child comes before its parent.
      const auth = step(`a${i}`, undefined, 'PaymentAuthorised', ago(at))
      return i % 7 === 0 ? [paid, auth] : [auth, paid]
    }).flat()
    await send(chains, 'import')
    await send(
      [
        step('stuck', undefined, 'PaymentAuthorised', ago(37 * MINUTE)),
        step('fresh', undefined, 'PaymentAuthorised', ago(5_000)),
        step('new-version', undefined, 'PaymentAuthorised', ago(37 * MINUTE), '2'),
      ],
      'import',
    )
    forgetSteps()
  })

  test('is overdue, in time, not known for a new version, or none', async () => {
    expect(await stateOf('stuck')).toEqual(['stuck overdue'])
    expect(await stateOf('fresh')).toEqual(['fresh in-time'])
    expect(await stateOf('new-version')).toEqual(['new-version unknown'])
    expect(await stateOf('a5')).toEqual(['c5 ends-here'])
  })

  test('names the alternatives, how usual they are, and whose the step is', async () => {
    const { items, counts, judged } = await getExpectations(sender, { event_id: 'stuck' })
    expect(items[0]).toMatchObject({
      leaf: true,
      alternatives: [{ type: 'PaymentCaptured' }, { type: 'PaymentDeclined' }],
      owner: { slug: 'payments', name: 'Payments' },
      p95_ms: MINUTE,
    })
    expect(items[0]!.n).toBeGreaterThanOrEqual(120)
    expect(items[0]!.share).toBeGreaterThan(0.97)
    expect(counts).toEqual({ overdue: 1, 'in-time': 0, 'ends-here': 0, unknown: 0 })
    expect(judged).toEqual({ events: 1, of: 1, kinds: 1, of_kinds: 1 })
  })

  test('ends here where its data do not give what others give, if the catalog may name that', async () => {
    const properties = { sku: { type: 'string' }, shelf: { type: 'string' } }
    await publish('ItemPicked', { label: '1', schema: { type: 'object', properties } })
    const pick = (id: string, at: number, data: object, version = '1') => ({
      ...envelope({ id, type: 'ItemPicked', version, data, created: ago(at) }),
      received_at: ago(at),
    })
    const days = Array.from({ length: 80 }, (_, i) => (2 + i) * 60 * MINUTE)
    const shelved = days.flatMap((at, i) => [
      pick(`shelved${i}`, at, { sku: 's', shelf: 'A1' }),
      {
        ...envelope({ parent: `shelved${i}`, type: 'StockUpdated', created: ago(at - 1_000) }),
        received_at: ago(at - 1_000),
      },
    ])
    const bare = [25, 50, 75].map((hours) => pick(`bare${hours}`, hours * 60 * MINUTE, { shelf: null }))
    await send(
      [
        ...shelved,
        ...bare,
        pick('without', 90 * MINUTE, { sku: 's', hint: 1 }),
        pick('with', 90 * MINUTE, { sku: 's', shelf: 'A1', note: '\u0000' }),
      ],
      'import',
    )
    const [ended] = (await getExpectations(sender, { event_id: 'without' })).items
    expect(ended).toMatchObject({
      state: 'ends-here',
      exception: { field: 'shelf', given: false, n: 4, came: 0 },
      alternatives: [{ type: 'StockUpdated' }],
    })
    const { items, counts } = await getExpectations(sender, { event_id: 'with' })
    expect(items).toMatchObject([{ event_id: 'with', state: 'overdue', exception: null }])
    expect(counts).toMatchObject({ overdue: 1, 'ends-here': 0 })
  })

  test('is told of the ends of a chain of very many kinds, and how many were judged', async () => {
    const line = Array.from({ length: 130 }, (_, i) =>
      envelope({
        id: `l${i}`,
        parent: i === 0 ? undefined : `l${i - 1}`,
        type: `Line${i}Reached`,
        version: '1',
      }),
    )
    const end = envelope({
      id: 'end',
      parent: 'l129',
      type: 'PaymentAuthorised',
      version: '1',
      created: ago(37 * MINUTE),
    })
    await send([...line, end])
    const { items, judged } = await getExpectations(sender, { event_id: 'l0' })
    expect(items.map(({ event_id, state }) => `${event_id} ${state}`)).toEqual(['end overdue'])
    expect(judged).toEqual({ events: 120, of: 131, kinds: 120, of_kinds: 131 })
  })

  test('is learned from the chain itself as from what is stored', async () => {
    const one = (id: string, parent: string | undefined, type: string, minutes: number) => ({
      ...envelope({ id, parent, type, version: '1', created: ago(minutes * MINUTE) }),
      received_at: ago(minutes * MINUTE),
    })
    const crates = Array.from({ length: 60 }, (_, i) => [
      one(`crate${i}`, 'pallet', 'CrateLoaded', 600 - i),
      ...(i % 3 === 0 ? [] : [one(`seal${i}`, `crate${i}`, 'CrateSealed', 599 - i)]),
      ...(i % 2 === 0 ? [] : [one(`again${i}`, `crate${i}`, 'CrateSealed', 598 - i)]),
    ])
    await send([one('pallet', undefined, 'PalletLoaded', 700), ...crates.flat()], 'import')
    forgetSteps()
    const stored = await learnedOf('CrateLoaded', '1')
    forgetSteps()
    await getExpectations(sender, { event_id: 'pallet' })
    const { history, past } = await learnedOf('CrateLoaded', '1')
    expect(history).toEqual(stored.history)
    expect(history.n).toBe(60)
    expect(past).toEqual(stored.past)
  })

  test('is learned anew beside what is known, so that no page waits for what hardly differs', async () => {
    const later = vi.spyOn(Date, 'now')
    let made = 0
    const next = () => kept('a count', 60_000, () => Promise.resolve(++made), 3_600_000)
    later.mockReturnValue(1_000_000)
    expect(await next()).toBe(1)
    later.mockReturnValue(1_070_000)
    expect(await next()).toBe(1)
    await vi.waitFor(async () => expect(await next()).toBe(2))
    expect(made).toBe(2)
    later.mockReturnValue(9_000_000)
    expect(await next()).toBe(3)
    later.mockRestore()
  })

  test('is judged anew when the step comes', async () => {
    await send([
      envelope({ id: 'at-last', parent: 'stuck', type: 'PaymentCaptured', version: '1', created: ago(0) }),
    ])
    expect(await stateOf('stuck')).toEqual(['at-last ends-here'])
  })

  test('has no answer for an event that is not there', async () => {
    await expect(getExpectations(sender, { event_id: 'nowhere' })).rejects.toMatchObject({
      slug: 'event-not-found',
    })
  })
})
