import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { listIncidents } from './list-incidents'
import { forgetSteps } from './step-memory'

const HOUR = 3_600_000
const hour = (ago: number) => (Math.floor(Date.now() / HOUR) - ago) * HOUR

describe('where flows stop', () => {
  useTestDatabase()

  beforeAll(async () => {
    const at = (ms: number, draft: Parameters<typeof envelope>[0]) => ({
      ...envelope({ ...draft, created: new Date(ms).toISOString() }),
      received_at: new Date(ms).toISOString(),
    })
    const events: object[] = []
    // Two and a half days, 10 authorisations an hour; the captures of hours 20 to 16 ago never came, nor their mails.
    for (let ago = 60; ago >= 2; ago--)
      for (let i = 0; i < 10; i++) {
        const id = `${ago}-${i}`
        const start = hour(ago) + i * 60_000
        events.push(at(start, { id: `a${id}`, type: 'PaymentAuthorised' }))
        if (ago <= 20 && ago >= 16) continue
        const meta = { producer: 'gateway' }
        events.push(at(start + 5_000, { id: `c${id}`, parent: `a${id}`, type: 'PaymentCaptured', meta }))
        events.push(at(start + 9_000, { id: `m${id}`, parent: `c${id}`, type: 'MailSent' }))
      }
    await send(events, 'import')
  })

  test('one incident is one line, with what is missing, since when, who took the step, and chains to look at', async () => {
    const { items } = await listIncidents(sender)
    expect(items).toHaveLength(1)
    const [incident] = items
    expect(incident).toMatchObject({
      service: { slug: 'gateway' },
      ongoing: false,
      since: new Date(hour(20)).toISOString(),
      until: new Date(hour(15)).toISOString(),
    })
    // The mails that did not follow are no stop of their own: there was no capture that they should have followed.
    expect(incident!.stops).toMatchObject([
      { from: 'PaymentAuthorised', to: 'PaymentCaptured', causes: 50, count: 0 },
    ])
    expect(incident!.missing).toBeGreaterThan(48)
    expect(incident!.stops[0]!.examples.map(({ event_id }) => event_id)).toEqual(['a16-9', 'a16-8', 'a16-7'])
  })

  test('all who look at once share one reading, and one that took a moment is soon made anew', async () => {
    const [first, second] = await Promise.all([listIncidents(sender), listIncidents(sender)])
    expect(second).toBe(first)
    await vi.waitFor(async () => expect(await listIncidents(sender)).not.toBe(first), 60_000)
  })

  test('what is usually delivered hours later is none, as long as it may still be under way', async () => {
    const at = (ms: number, draft: Parameters<typeof envelope>[0]) => ({
      ...envelope({ ...draft, created: new Date(ms).toISOString() }),
      received_at: new Date(ms).toISOString(),
    })
    const events: object[] = []
    for (let ago = 60; ago >= 1; ago--)
      for (let i = 0; i < 10; i++) {
        const start = hour(ago) + i * 60_000
        events.push(at(start, { id: `s${ago}-${i}`, type: 'ShelfCounted' }))
        if (ago < 6) continue
        events.push(at(start + 5_000, { id: `b${ago}-${i}`, parent: `s${ago}-${i}`, type: 'ShelfBooked' }))
      }
    await send(events, 'import')
    const ofShelves = async () => {
      forgetSteps()
      return (await listIncidents(sender)).items.filter(({ stops }) => stops[0]?.from === 'ShelfCounted')
    }
    expect(await ofShelves()).toHaveLength(1)
    // What was imported tells nothing of how late a producer is; what came by itself does.
    await pool().query(`INSERT INTO events.event
      (created_at, received_at, type_id, version_id, traits, validity, event_id, chain_id, data)
      SELECT created_at, created_at + interval '7 hours', type_id, version_id, 0, validity, 'l' || event_id, event_id, data
      FROM events.event WHERE event_id LIKE 'b%' AND created_at < now() - interval '26 hours'`)
    expect(await ofShelves()).toEqual([])
  })
})
