// npm run bench [-- --events 1000000 --folder KEPT --port 3117]
// Over HTTP, on the built application with the embedded database. The catalog's 10,000 types are written by SQL, all
// events go through POST /events: the first million in import mode, spread over eight days of receipt.
import { parseArgs } from 'node:util'
import { at, get, postBody, times } from './client'
import { chainOf } from './company'
import { plainInserts } from './plain-inserts'
import { BATCH, CLIENTS, fill, receive, receiveSingly, type Receiving } from './receiving'
import { startServer, type BenchServer } from './server'
import { countEvents, openStage, someEvents, type Stage } from './stage'

/** Events of the measured receiving, and of the one that warms up before it. */
const MEASURED = 100_000
const WARM = 20_000
const SINGLE = 10_000
const SINGLE_CLIENTS = 16
/** Events that chains are looked up by. */
const KNOWN = 20_000

const { values } = parseArgs({
  options: { events: { type: 'string' }, folder: { type: 'string' }, port: { type: 'string' } },
})
const events = Number(values.events ?? 1_000_000)
const say = (line: string) => process.stderr.write(`${line}\n`)

const stage = await openStage(values.folder, say)
try {
  const server = await startServer({
    DATABASE_URL: stage.postgres.appUrl,
    PASTTENSE_MAINTENANCE_URL: stage.postgres.ownerUrl,
    PORT: values.port ?? '3117',
  })
  try {
    await measure(server, stage)
  } finally {
    await server.stop()
  }
} finally {
  await stage.close()
}

async function measure({ origin, pid, peakMemory }: BenchServer, { postgres, client }: Stage): Promise<void> {
  const target = { origin, node: pid, postmaster: postgres.pid }
  const missing = events - (await countEvents(client))
  let filled: number | undefined
  if (missing > 0) {
    say(`Filling with ${missing} events …`)
    filled = await fill(target, missing, say)
    await client.query('VACUUM ANALYZE')
  }
  const known = await someEvents(client, KNOWN)
  const memory = { filling: peakMemory(), receiving: 0, reading: 0 }
  await receive(target, WARM)
  const receiving = await receive(target, MEASURED)
  const plain = await plainInserts(postgres.ownerUrl, MEASURED)
  const singly = await receiveSingly(target, SINGLE, SINGLE_CLIENTS)
  memory.receiving = peakMemory()
  const large = chainOf(5_000, Date.now())
  await postBody(origin, `[${large.texts.join(',')}]`)
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

  memory.reading = peakMemory()
  const stored = await countEvents(client)
  const line = (name: string, value: string, wanted: string) =>
    say(`${name.padEnd(66)}${value.padEnd(34)}${wanted}`)
  say(`\n${stored.toLocaleString('en')} events stored; ${CLIENTS} clients, batches of ${BATCH}\n`)
  line('what', 'measured', 'target')
  if (filled) line('filling, import mode, events a second', filled.toFixed(0), '')
  line('receiving, validated, events a second', receiving.rate.toFixed(0), '≥ 8,000')
  line('  a batch, p50 / p95 ms', middle(receiving.batches), '')
  line('  µs an event: client, node, PostgreSQL', costs(receiving), '')
  line('  beside plain inserts of the same texts', (receiving.rate / plain).toFixed(2), '')
  line(`one a request, ${SINGLE_CLIENTS} clients, events a second`, singly.rate.toFixed(0), '')
  line('  µs an event: client, node, PostgreSQL', costs(singly), '')
  line('12-event chain, p50 / p95 ms', middle(twelve), '≤ 5 / ≤ 20')
  line('5,000-event chain, p50 ms', at(wide, 0.5), '≤ 300')
  line('search over 10,000 types, p50 / p95 ms', middle(search), 'p95 ≤ 50')
  const { filling, receiving: whileReceiving, reading } = memory
  const peaks = [filling, whileReceiving, reading].map((peak) => peak.toFixed(0)).join(' / ')
  line('resident memory of node, peak MB: filling / receiving / reading', peaks, '≤ 600')
}

function middle(took: readonly number[]): string {
  return `${at(took, 0.5)} / ${at(took, 0.95)}`
}

function costs({ costs: { client, node, postgres } }: Receiving): string {
  return [client, node, postgres].map((us) => us.toFixed(0)).join(', ')
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!
}
