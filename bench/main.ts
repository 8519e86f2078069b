// npm run bench [-- --events 1000000 --port 3117]
// Over HTTP, on the built application with the embedded database. The catalog's 10,000 types are written by SQL, all
// events go through POST /events: the first million in import mode, spread over eight days of receipt.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '@/lib/server/database/embedded/supervisor'
import { migrate } from '@/lib/server/database/migrate'
import { chainOf, fillCatalog } from './company'
import { startServer, TOKEN, type BenchServer } from './server'

const CLIENTS = 4
const BATCH = 500
const CHAIN = 12
const DAYS = 8
const DAY_MS = 86_400_000
/** Events of the measured receiving. */
const MEASURED = 100_000

const { values } = parseArgs({ options: { events: { type: 'string' }, port: { type: 'string' } } })
const events = Number(values.events ?? 1_000_000)
const say = (line: string) => process.stderr.write(`${line}\n`)

const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-bench-'))
const postgres = await startEmbeddedPostgres({ folder, say })
if (postgres.kind === 'elsewhere') throw new Error(`${folder} is served at ${postgres.address}`)
await migrate(postgres.ownerUrl)
const client = new Client({ connectionString: postgres.ownerUrl })
await client.connect()
await fillCatalog(client)
const server = await startServer({
  DATABASE_URL: postgres.appUrl,
  PASTTENSE_MAINTENANCE_URL: postgres.ownerUrl,
  PORT: values.port ?? '3117',
})
try {
  await measure(server)
} finally {
  await server.stop()
  await client.end()
  await postgres.stop('immediate')
  await rm(postgres.folder, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

async function measure({ origin, peakMemory }: BenchServer): Promise<void> {
  say(`Filling with ${events} events …`)
  const known: string[] = []
  const fill = await send(origin, events, known, 'import')
  await client.query('VACUUM ANALYZE')
  const receiving = await send(origin, MEASURED, known)
  const large = chainOf(5_000, Date.now())
  await post(origin, large.texts)
  const twelve = await times(400, () => get(origin, `/events/${pick(known)}/chain`))
  const wide = await times(10, () => get(origin, `/events/${large.ids[2_500]}/chain`))
  const words = [
    'cart crea',
    'order paid',
    'ship',
    'step reached',
    'custmer',
    'voucher expired',
    'kind 77',
    'refund',
  ]
  await get(origin, '/event-types?q=warm')
  const search = await times(200, (i) =>
    get(origin, `/event-types?q=${encodeURIComponent(words[i % words.length]!)}&limit=50`),
  )

  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM events.event')
  const line = (name: string, value: string, target: string) =>
    say(`${name.padEnd(44)}${value.padEnd(34)}${target}`)
  say(`\n${Number(rows[0]!.n).toLocaleString('en')} events stored; ${CLIENTS} clients, batches of ${BATCH}\n`)
  line('what', 'measured', 'target')
  line('filling, import mode, events a second', fill.rate.toFixed(0), '')
  line('receiving, validated, events a second', receiving.rate.toFixed(0), '≥ 8,000')
  line('  a batch, p50 / p95 ms', `${at(receiving.batches, 0.5)} / ${at(receiving.batches, 0.95)}`, '')
  line('12-event chain, p50 / p95 ms', `${at(twelve, 0.5)} / ${at(twelve, 0.95)}`, '≤ 5 / ≤ 20')
  line('5,000-event chain, p50 ms', at(wide, 0.5), '≤ 300')
  line('search over 10,000 types, p50 / p95 ms', `${at(search, 0.5)} / ${at(search, 0.95)}`, 'p95 ≤ 50')
  line('resident memory of node, peak MB', peakMemory().toFixed(0), '≤ 600')
}

/** Sends whole chains from several clients; some of the ids go to `known`. */
async function send(origin: string, total: number, known: string[], mode?: 'import') {
  let left = total
  const batches: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left > 0) {
        left -= BATCH
        const texts: string[] = []
        while (texts.length < BATCH) {
          const moment = mode ? Date.now() - Math.random() * DAYS * DAY_MS : undefined
          const chain = chainOf(CHAIN, moment ?? Date.now(), moment)
          texts.push(...chain.texts)
          if (known.length < 20_000) known.push(chain.ids[CHAIN >> 1]!)
        }
        const before = performance.now()
        await post(origin, texts.slice(0, BATCH), mode)
        batches.push(performance.now() - before)
        if (mode && batches.length % 200 === 0) say(`  ${total - left} of ${total}`)
      }
    }),
  )
  return { rate: total / ((performance.now() - started) / 1000), batches }
}

async function post(origin: string, texts: readonly string[], mode?: 'import'): Promise<void> {
  const response = await fetch(`${origin}/api/v1/events${mode ? `?mode=${mode}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: `[${texts.join(',')}]`,
  })
  if (!response.ok) throw new Error(`POST /events: ${response.status} ${await response.text()}`)
  const { results } = (await response.json()) as { results: { status: string }[] }
  const odd = results.find((result) => result.status !== 'accepted')
  if (odd) throw new Error(`Not accepted: ${JSON.stringify(odd)}`)
}

async function get(origin: string, address: string): Promise<void> {
  const response = await fetch(`${origin}/api/v1${address}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`GET ${address}: ${response.status} ${body.slice(0, 300)}`)
}

async function times(count: number, work: (i: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const before = performance.now()
    await work(i)
    took.push(performance.now() - before)
  }
  return took
}

function at(took: readonly number[], part: number): string {
  const sorted = [...took].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!
}
