import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'
import { getFlowStep } from './get-flow-step'
import { getFlows } from './get-flows'

const HOUR = 3_600_000
const hour = (ago: number) => new Date(Math.floor((Date.now() - ago * HOUR) / HOUR) * HOUR).toISOString()

describe('the flows of a period', () => {
  useTestDatabase()
  const edges = async (query: Parameters<typeof getFlows>[1]['query']) =>
    (await getFlows(sender, { query })).edges.map(
      ({ from, to, count, share }) => `${from} > ${to} ${count} ${share}`,
    )

  beforeAll(async () => {
    await publish('OrderPlaced')
    await publish('OrderPaid')
    await pool().query(
      `INSERT INTO domain (slug, name, updated_at) VALUES ('shop', 'Shop', now()), ('money', 'Money', now())`,
    )
    await pool().query(`INSERT INTO owner (slug, name, updated_at) VALUES ('till', 'Till', now())`)
    await pool().query(
      `UPDATE event_type SET domain_id = (SELECT id FROM domain WHERE slug = 'shop') WHERE name = 'OrderPlaced'`,
    )
    await pool().query(`UPDATE event_type SET domain_id = (SELECT id FROM domain WHERE slug = 'money'),
      owner_id = (SELECT id FROM owner) WHERE name = 'OrderPaid'`)
    const at = (received_at: string, draft: Parameters<typeof envelope>[0]) => ({
      ...envelope(draft),
      received_at,
    })
    await send(
      [0, 1, 2, 3].map((i) =>
        at(hour(i < 2 ? 5 : 3), { id: `o${i}`, version: i < 3 ? '1' : '2', created: hour(5) }),
      ),
      'import',
    )
    const paid = (id: string, parent: string) =>
      at(hour(1), { id, parent, type: 'OrderPaid', created: hour(4), meta: { producer: 'till' } })
    await send([paid('p0', 'o0'), paid('p2', 'o2'), paid('p3', 'o3'), paid('p3', 'o3')], 'import')
    await send([at(hour(1), { id: 'r', parent: 'p0', type: 'ReceiptSent' })], 'import')
  })

  test('counts a late child at the hour of its parent, and a duplicate not at all', async () => {
    expect(await edges({ since: hour(6), until: hour(2) })).toEqual(['OrderPlaced > OrderPaid 3 0.75'])
    expect(await edges({ since: hour(4), until: hour(2) })).toEqual(['OrderPlaced > OrderPaid 2 1'])
    expect(await edges({ since: hour(2) })).toEqual([`OrderPaid > ReceiptSent 1 ${1 / 3}`])
  })

  test('narrows by type, domain, owner and share, and names who owns what', async () => {
    expect(await edges({ type: 'ReceiptSent' })).toEqual([`OrderPaid > ReceiptSent 1 ${1 / 3}`])
    expect(await edges({ domain: ['shop'] })).toEqual(['OrderPlaced > OrderPaid 3 0.75'])
    expect(await edges({ owner: ['till'], min_share: 0.5 })).toEqual(['OrderPlaced > OrderPaid 3 0.75'])
    expect(await edges({ owner: ['till'], domain: ['shop'] })).toEqual([])
    const { types } = await getFlows(sender, { query: {} })
    expect(
      types.map(({ name, kind, owner, domain, count }) => [name, kind, owner?.slug, domain?.slug, count]),
    ).toEqual([
      ['OrderPaid', 'domain', 'till', 'money', 3],
      ['OrderPlaced', 'domain', undefined, 'shop', 4],
      ['ReceiptSent', null, undefined, undefined, 1],
    ])
  })

  test('tells one step by delay, hour, version and service', async () => {
    const step = await getFlowStep(sender, {
      query: { from: 'OrderPlaced', to: 'OrderPaid', since: hour(6), until: hour(0) },
    })
    expect(step).toMatchObject({ count: 3, causes: 4, share: 0.75, step: 'hour' })
    expect(step.delays.map(({ count }) => count)).toEqual([3])
    expect(step.delays[0]!.from_ms).toBeLessThanOrEqual(HOUR)
    expect(step.delays[0]!.to_ms).toBeGreaterThan(HOUR)
    expect(step.trend.filter(({ causes }) => causes > 0)).toEqual([
      expect.objectContaining({ at: hour(5), count: 1, causes: 2 }),
      expect.objectContaining({ at: hour(3), count: 2, causes: 2 }),
    ])
    expect(step.versions).toEqual([
      { version: '1', count: 2, causes: 3, share: 2 / 3 },
      { version: '2', count: 1, causes: 1, share: 1 },
    ])
    expect(step.services).toEqual([{ service: 'till', count: 3 }])
    expect(await getFlowStep(sender, { query: { from: 'Nothing', to: 'Known' } })).toMatchObject({
      count: 0,
      delays: [],
    })
  })

  test('gives an event type its versions day by day', async () => {
    const { versions_daily, daily } = await getEventTypeActivity(sender, { name: 'OrderPlaced' })
    expect(versions_daily.map(({ version }) => version)).toEqual(['1', '2'])
    expect(versions_daily.every(({ counts }) => counts.length === daily.length)).toBe(true)
    expect(versions_daily[0]!.counts.reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  test('tells of a version that never led to the next step', async () => {
    const sent = (id: string, version: string) => envelope({ id, version, type: 'ParcelSent' })
    await send([
      sent('v1-a', '1'),
      sent('v1-b', '1'),
      sent('v2-a', '2'),
      envelope({ type: 'ParcelDelivered', parent: 'v1-a' }),
    ])
    const step = await getFlowStep(sender, { query: { from: 'ParcelSent', to: 'ParcelDelivered' } })
    expect(step.versions).toEqual([
      { version: '1', count: 1, causes: 2, share: 0.5 },
      { version: '2', count: 0, causes: 1, share: 0 },
    ])
  })
})
