import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver, currentReceiver } from '@/lib/server/ingest/current-receiver'
import { receiveMessages } from '@/lib/server/ingest/receive-messages'
import { envelope, sender } from '@/lib/server/ingest/testing/received'
import type { QuarantineGroupQuery } from '@/lib/contracts/event'
import type { Actor } from '@/lib/server/services/actor'
import { listQuarantine } from './list-quarantine'
import { listQuarantineGroups } from './list-quarantine-groups'
import { retryQuarantined } from './retry-quarantined'

useTestDatabase()
afterAll(closeReceiver)
beforeEach(async () => void (await pool().query('DELETE FROM events.quarantine')))

const reader: Actor = { ...sender, kind: 'person', role: 'reader' }
const receive = (texts: readonly string[], from: string | null) =>
  receiveMessages(
    currentReceiver(),
    texts.map((text) => ({ text })),
    false,
    from,
  )
/** A message of a type that lacks when it was created. */
const undated = (id: string, type = 'LabelPrinted') =>
  JSON.stringify({ data: {}, meta: { event_id: id, schema: { name: type, version: '1' } } })
const groups = async (query: QuarantineGroupQuery & { limit?: number } = {}, actor: Actor = sender) =>
  (await listQuarantineGroups(actor, { query })).items
/** The groups as they were counted while messages came and went, and the same counted anew. */
async function counts() {
  const columns = 'code, place, sender, type, messages, deliveries'
  const kept = await pool().query(`SELECT ${columns} FROM events.quarantine_group ORDER BY 1, 2, 3, 4`)
  const anew = await pool().query(
    `SELECT code, place, coalesce(sender, '') AS sender, coalesce(type, '') AS type, count(*) AS messages,
       sum(count)::bigint AS deliveries
     FROM events.quarantine GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  )
  return { kept: kept.rows, anew: anew.rows }
}

describe('groups of messages in quarantine', () => {
  test('one mistake of one sender with one type is one line, with the newest as examples', async () => {
    await receive(
      ['p-1', 'p-2', 'p-3', 'p-4', 'p-5'].map((id) => undated(id)),
      'label-printer',
    )
    await receive([undated('s-1')], 'scanner')
    await receive([undated('p-6', 'LabelTorn')], 'label-printer')
    await receive(['no JSON'], null)
    const found = await groups()
    expect(found.map(({ sender, type, place, messages }) => [sender, type, place, messages])).toEqual([
      [null, null, '', 1],
      ['label-printer', 'LabelTorn', '/meta/created_at', 1],
      ['scanner', 'LabelPrinted', '/meta/created_at', 1],
      ['label-printer', 'LabelPrinted', '/meta/created_at', 5],
    ])
    expect(found[3]).toMatchObject({ code: 'required', message: 'meta.created_at is missing.' })
    expect(found[3]!.examples).toHaveLength(3)
    // Of one batch: which of them is the newest is the store's word.
    const { items } = await listQuarantine(sender, { query: { group: found[3]!.id, limit: 3 } })
    expect(found[3]!.examples).toEqual(items)
  })

  test('places within what was sent are one place, whoever asks', async () => {
    const broken = (id: string, field: string) =>
      `{"data":{},"${field}":1,"meta":${JSON.stringify(envelope({ id }).meta)}}`
    await receive([broken('f-1', 'first-secret'), broken('f-2', 'second-secret')], 'shop')
    const [group, ...others] = await groups()
    expect(others).toEqual([])
    expect(group).toMatchObject({ code: 'unknown-field', place: '', messages: 2 })
    expect(group!.examples.map(({ pointer }) => pointer).sort()).toEqual(['/first-secret', '/second-secret'])
    const covered = await groups({}, reader)
    expect(covered).toMatchObject([{ id: group!.id, messages: 2 }])
    expect(JSON.stringify(covered)).not.toContain('secret')
    expect(await groups({ q: 'first-secret' }, reader)).toEqual([])
    expect(await groups({ q: 'first-secret' })).toMatchObject([
      { messages: 1, examples: [{ event_id: 'f-1' }] },
    ])
  })

  test('what cannot be read is said in words that quote no message', async () => {
    await receive(['{"secret', 'other secret'], 'shop')
    expect(await groups()).toMatchObject([{ message: 'The message is not JSON.', messages: 2 }])
  })

  test('the same bytes again are deliveries, and say when it came last; trying again says nothing', async () => {
    const [receipt] = await receive([undated('p-1'), undated('p-1')], 'label-printer')
    await pool().query(`UPDATE events.quarantine SET received_at = now() - interval '2 days',
      last_received_at = now() - interval '2 days'`)
    await receive([undated('p-1')], 'label-printer')
    const [before] = await groups()
    expect(before).toMatchObject({ messages: 1, deliveries: 3 })
    expect(Date.parse(before!.last_received_at)).toBeGreaterThan(Date.now() - 60_000)
    expect(Date.parse(before!.first_received_at)).toBeLessThan(Date.now() - 86_400_000)
    await retryQuarantined(sender, { id: receipt!.quarantine_id! })
    const [after] = await groups()
    expect({ ...after, examples: [] }).toEqual({ ...before, examples: [] })
  })

  test('are narrowed by sender, type, code and place', async () => {
    await receive([undated('p-1'), undated('p-2', 'LabelTorn')], 'label-printer')
    await receive([undated('s-1'), '{"data":{}}'], 'scanner')
    const found = async (query: Parameters<typeof groups>[0]) =>
      (await groups(query)).map(({ sender, type }) => `${sender} ${type}`).sort()
    expect(await found({ sender: 'scanner' })).toEqual(['scanner LabelPrinted', 'scanner null'])
    expect(await found({ type: 'LabelPrinted' })).toEqual([
      'label-printer LabelPrinted',
      'scanner LabelPrinted',
    ])
    expect(await found({ place: '/meta/created_at', sender: 'scanner' })).toEqual(['scanner LabelPrinted'])
    expect(await found({ code: 'not-json' })).toEqual([])
    expect(await found({ q: 'labeltorn' })).toEqual(['label-printer LabelTorn'])
    const { reasons } = await listQuarantineGroups(sender, {
      query: { sender: 'scanner', code: 'not-json' },
    })
    expect(reasons).toEqual([{ code: 'required', count: 2 }])
  })

  test('pages follow each other without gaps or repeats, with and without words', async () => {
    for (const type of ['AMoved', 'BMoved', 'CMoved', 'DMoved', 'EMoved'])
      await receive([undated(`${type}-1`, type), undated(`${type}-2`, type)], 'shop')
    // Of one moment: their ids decide.
    await pool().query(`UPDATE events.quarantine SET last_received_at = '2026-11-27T10:00:00.123456Z'`)
    for (const q of [undefined, 'moved']) {
      const types: (string | null)[] = []
      let cursor: string | undefined
      do {
        const page = await listQuarantineGroups(sender, { query: { q, limit: 2, cursor } })
        types.push(...page.items.map(({ type }) => type))
        cursor = page.next_cursor ?? undefined
      } while (cursor !== undefined)
      expect([...types].sort()).toEqual(['AMoved', 'BMoved', 'CMoved', 'DMoved', 'EMoved'])
    }
    await expect(listQuarantineGroups(sender, { query: { cursor: 'bm9uZQ' } })).rejects.toMatchObject({
      slug: 'invalid-cursor',
    })
  })

  test('a group is listed by its id, searched within, and gone with its last message', async () => {
    const receipts = await receive([undated('p-1'), undated('p-2')], 'label-printer')
    await receive([undated('s-1')], 'scanner')
    const { id } = (await groups({ sender: 'label-printer' }))[0]!
    const list = (query: object) => listQuarantine(sender, { query: { group: id, ...query } })
    const all = await list({})
    expect(all.items.map(({ event_id }) => event_id).sort()).toEqual(['p-1', 'p-2'])
    expect(all).toMatchObject({ group: { id, messages: 2 }, reasons: [{ code: 'required', count: 2 }] })
    expect(await list({ q: 'p-2' })).toMatchObject({ items: [{ event_id: 'p-2' }], reasons: [{ count: 1 }] })
    expect(await list({ code: 'not-json' })).toMatchObject({ items: [], group: { id } })
    expect(await list({ group: 'nonsense' })).toMatchObject({ items: [], group: null })
    await pool().query('DELETE FROM events.quarantine WHERE id = $1', [receipts[0]!.quarantine_id])
    expect(await list({})).toMatchObject({ group: { messages: 1 } })
    await pool().query('DELETE FROM events.quarantine WHERE id = $1', [receipts[1]!.quarantine_id])
    expect(await list({})).toMatchObject({ items: [], group: null, total: 1 })
  })

  test('are counted right whatever many senders do at once', async () => {
    const work = Array.from({ length: 12 }, async (_, worker) => {
      for (let round = 0; round < 10; round++) {
        const receipts = await receive(
          // In opposite orders, and partly the same messages.
          (worker % 2 ? ['AMoved', 'BMoved', 'CMoved'] : ['CMoved', 'BMoved', 'AMoved']).flatMap((type) => [
            undated(`${type}-${round}`, type),
            undated(`${type}-${round}-${worker}`, type),
          ]),
          worker % 3 ? 'shop' : 'scanner',
        )
        await retryQuarantined(sender, { id: receipts[0]!.quarantine_id! }).catch(() => undefined)
        await pool().query('DELETE FROM events.quarantine WHERE id = $1', [receipts[1]!.quarantine_id])
      }
    })
    await Promise.all(work)
    const { kept, anew } = await counts()
    expect(kept.length).toBeGreaterThan(3)
    expect(kept).toEqual(anew)
  })
})
