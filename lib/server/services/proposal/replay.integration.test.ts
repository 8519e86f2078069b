import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Replay } from '@/lib/contracts/replay'
import { installation } from '@/lib/domain/policy/policy'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { pool } from '@/lib/server/database/connection'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { listReplaysOf } from './list-replays'
import { replayEvents } from './replay-events'
import { startReplay } from './start-replay'
import { stopReplay } from './cancel-replay'

useTestDatabase()

const base = {
  type: 'object',
  description: 'd',
  properties: { id: { type: 'string', description: 'd' }, amount: { type: 'number', description: 'd' } },
  required: ['id'],
}
const draftSchema = {
  ...base,
  properties: { ...base.properties, capture_no: { type: 'integer', description: 'd', minimum: 1 } },
  required: ['id', 'capture_no'],
}

let sent = 0
async function send(name: string, datas: object[], version = '1.0.0', producer?: string): Promise<void> {
  const envelopes = datas.map((data) => ({
    data,
    meta: {
      event_id: `replayed-${++sent}`,
      created_at: new Date().toISOString(),
      schema: { name, version },
      ...(producer === undefined ? {} : { producer }),
    },
  }))
  expect((await ask('receiveEvents', { body: envelopes })).status).toBe(200)
}

async function begin(name: string): Promise<string> {
  await ask('createEventType', { body: { name, kind: 'domain', description: 'd' } })
  await ask('publishVersion', { params: { name }, body: { label: '1.0.0', schema: base } })
  const draft = await createDraft(installation, {
    body: { event_type: name, schema_text: JSON.stringify(draftSchema) },
  })
  return draft.id
}

async function ended(id: string): Promise<Replay> {
  let last: Replay | undefined
  await expect
    .poll(
      async () => {
        last = (await listReplaysOf(installation, { id })).items[0]
        return last?.state
      },
      { timeout: 60_000, interval: 50 },
    )
    .not.toBe('running')
  return last!
}

/** Events as they come: right, without the new field, with it wrong, with fields that nobody declared. */
const mixed = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `p-${i}`,
    amount: i / 7,
    ...(i % 3 === 0 ? {} : { capture_no: i % 5 }),
    ...(i % 4 === 0 ? { note: 'x' } : {}),
  }))

describe('a replay of the stored events', () => {
  it('counts what another validator counts over the same rows, says why and from whom', async () => {
    const name = 'PaymentCaptured'
    const id = await begin(name)
    const events = mixed(5_000)
    for (let i = 0; i < events.length; i += 1_000)
      await send(name, events.slice(i, i + 1_000), '1.0.0', i < 2_000 ? 'gateway' : 'till')
    await send('SomethingElseHappened', mixed(10))
    await startReplay(installation, { id })
    const replay = await ended(id)
    expect(replay).toMatchObject({ state: 'done', done: 5_000, total: 5_000, revision: 1 })

    const isValid = new Ajv2020({ strict: false }).compile(draftSchema)
    const { rows } = await pool().query<{ data: string; producer: string }>(
      `SELECT e.data::text AS data, e.producer FROM events.event e JOIN events.type t ON t.id = e.type_id WHERE t.name = $1`,
      [name],
    )
    const refused = rows.filter(({ data }) => !isValid(JSON.parse(data)))
    const by = (service: string) => refused.filter(({ producer }) => producer === service).length
    expect(replay.findings).toMatchObject({
      events: rows.length,
      rejected: refused.length,
      unjudged: 0,
      undeclared: [{ field: 'note', count: 1_250 }],
    })
    expect(refused.length).toBeGreaterThan(0)
    const { producers, reasons } = replay.findings!
    expect(Object.fromEntries(producers.map(({ service, rejected }) => [service, rejected]))).toEqual({
      gateway: by('gateway'),
      till: by('till'),
    })
    expect(reasons.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/data/capture_no', 'required'],
      ['/data/capture_no', 'minimum'],
    ])
    expect(reasons[0]!.examples).toHaveLength(3)
    expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(refused.length)
  })

  it('is nothing where nothing was ever sent', async () => {
    const id = await begin('PaymentForgotten')
    await startReplay(installation, { id })
    expect(await ended(id)).toMatchObject({ state: 'done', findings: { events: 0, rejected: 0 } })
  })

  it('stops when it is asked to, and keeps what it found', async () => {
    const name = 'PaymentStopped'
    await begin(name)
    await send(name, mixed(4_500).slice(0, 2_500))
    await send(name, mixed(2_500))
    let asked = 0
    const clock = Date.now
    // Each event is told, as where each takes long: no test waits for half a second.
    let now = 0
    Date.now = () => (now += 1_000)
    try {
      const { findings, isWhole } = await replayEvents(name, JSON.stringify(draftSchema), () =>
        Promise.resolve(++asked < 3_000),
      )
      expect([isWhole, findings.events]).toEqual([false, 2_999])
    } finally {
      Date.now = clock
    }
    const { rows } = await pool().query<{ n: string }>(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
    )
    expect(rows[0]?.n).toBe('0')
  })

  it('is one where two ask for the same, and waits for others as long as it takes', async () => {
    const queue = globalThis as { [key: symbol]: Promise<void> | undefined }
    const key = Symbol.for('pasttense.replays')
    let letGo = () => {}
    await queue[key]
    queue[key] = new Promise((resolve) => (letGo = resolve))
    const id = await begin('PaymentAwaited')
    const first = await startReplay(installation, { id }, 5)
    expect((await startReplay(installation, { id }, 5)).id).toBe(first.id)
    await pool().query(`UPDATE proposal_replay SET updated_at = now() - interval '1 hour'`)
    await expect
      .poll(async () => (await listReplaysOf(installation, { id })).items.map(({ state }) => state), {
        timeout: 10_000,
      })
      .toEqual(['running'])
    letGo()
    expect((await ended(id)).state).toBe('done')
    expect((await startReplay(installation, { id })).id).not.toBe(first.id)
    await ended(id)
  })

  it('is asked to stop by its address, and is not there under another', async () => {
    const id = await begin('PaymentUndone')
    const { value, status } = await ask('startReplay', { params: { id } })
    expect(status).toBe(202)
    const replay = (value as Replay).id
    expect((await ask('cancelReplay', { params: { id, replay } })).status).toBe(204)
    expect(['done', 'cancelled']).toContain((await ended(id)).state)
    await expect(stopReplay(installation, { id, replay: 'none' })).rejects.toMatchObject({
      slug: 'replay-not-found',
    })
  })
})
