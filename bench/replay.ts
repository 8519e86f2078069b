// npm run bench:replay [-- --events 1000000]
// A draft held against a million stored events of its type, by the same code that a proposal's replay runs. The rows are
// written by SQL; the count is then compared with a validator of its own over the same rows.
import { parseArgs } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { replayEvents } from '@/lib/server/services/proposal/replay-events'
import { readStoredEvents } from '@/lib/server/stores/replay-store'
import { closeConnections } from '@/lib/server/database/connection'
import { openStage } from './stage'

const { values } = parseArgs({ options: { events: { type: 'string' } } })
const events = Number(values.events ?? 1_000_000)
const say = (line: string) => process.stderr.write(`${line}\n`)
const TYPE = 'BenchReplayed'

const draft = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['order_id', 'lines', 'channel'],
  properties: {
    order_id: { type: 'string', maxLength: 50, pattern: '^o-[0-9a-z-]+$' },
    customer_id: { type: 'integer', minimum: 0 },
    placed_at: { type: 'string', format: 'date-time' },
    channel: { enum: ['web', 'shop', 'phone'] },
    total: { type: 'number', maximum: 1_000 },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['sku', 'quantity'],
        properties: { sku: { type: 'string' }, quantity: { type: 'integer', minimum: 1 } },
      },
    },
  },
}

const stage = await openStage(undefined, say)
try {
  await fill()
  process.env.DATABASE_URL = stage.postgres.appUrl
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const started = performance.now()
  const { findings } = await replayEvents(TYPE, JSON.stringify(draft), () => Promise.resolve(true))
  const seconds = (performance.now() - started) / 1_000
  clearInterval(watch)

  const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(draft)
  let rejected = 0
  for await (const batch of readStoredEvents(TYPE))
    rejected += batch.filter(({ text }) => !isValid(JSON.parse(text))).length
  const megabytes = Math.round(peak / 1024 ** 2)
  process.stdout.write(
    `${findings.events} events in ${seconds.toFixed(1)} s: ${Math.round(findings.events / seconds)} a second (target 50000)\n` +
      `memory ${megabytes} MB at most (target 300)\n` +
      `${findings.rejected} rejected, and ${rejected} by another validator\n`,
  )
  if (findings.rejected !== rejected || findings.events !== events) process.exitCode = 1
} finally {
  await closeConnections()
  await stage.close()
}

/** Rows as receiving writes them: about 400 bytes of data, two in three of them accepted by the draft. */
async function fill(): Promise<void> {
  say(`Writing ${events} events …`)
  const { client } = stage
  await client.query('SELECT events.ensure_partition(current_date)')
  await client.query('INSERT INTO events.type (name) VALUES ($1) ON CONFLICT DO NOTHING', [TYPE])
  await client.query(
    `INSERT INTO events.version (type_id, label) SELECT id, '1.0.0' FROM events.type WHERE name = $1`,
    [TYPE],
  )
  await client.query(
    `INSERT INTO events.event (created_at, received_at, type_id, version_id, validity, event_id, chain_id, producer, data)
     SELECT now(), now(), t.id, v.id, 1, 'bench-replay-' || n, 'bench-replay-' || n, 'service-' || n % 7,
       json_build_object(
         'order_id', 'o-' || n, 'customer_id', n, 'placed_at', '2026-08-06T09:03:20Z',
         'channel', (ARRAY['web', 'shop', 'phone', 'fax'])[1 + n % 4], 'total', (n % 1100)::numeric,
         'note', repeat('x', 60),
         'lines', json_build_array(json_build_object('sku', 'sku-' || n % 100, 'quantity', 1 + n % 3),
           json_build_object('sku', 'sku-' || n % 90, 'quantity', 2), json_build_object('sku', 'sku-1', 'quantity', 1))
       )
     FROM generate_series(1, $2::int) n, events.type t JOIN events.version v ON v.type_id = t.id WHERE t.name = $1`,
    [TYPE, events],
  )
  await client.query('VACUUM ANALYZE events.event')
}
