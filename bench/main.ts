// npm run bench [-- --events 1000000 --folder KEPT --beside KEPT --minutes 10 --port 3117]
// Over HTTP, on the built application with the embedded database. The catalog's 10,000 types are written by SQL, all
// events go through POST /events: the past in import mode, spread over eight days of receipt.
import { parseArgs } from 'node:util'
import { at } from './client'
import { openPlainInserts } from './plain-inserts'
import { read, type Reading } from './reading'
import {
  BATCH,
  CLIENTS,
  fill,
  receive,
  receiveFor,
  receiveSingly,
  together,
  type Receiving,
} from './receiving'
import { startServer, type BenchServer } from './server'
import { countEvents, openStage, type Stage } from './stage'

/** Events of the measured receiving, and of the one that warms up before it. */
const MEASURED = 100_000
/** Receiving and plain inserts take turns: a machine shared with others gives one of them twice what the other has. */
const ROUNDS = 5
const WARM = 20_000
const SINGLE = 10_000
const SINGLE_CLIENTS = 16

const { values } = parseArgs({
  options: {
    /** How many are stored before anything is measured. */
    events: { type: 'string' },
    /** Where they are kept for a later run. */
    folder: { type: 'string' },
    /** Another kept folder, that reading is compared with. */
    beside: { type: 'string' },
    /** How long to receive on end, to see whether memory stays flat. */
    minutes: { type: 'string' },
    port: { type: 'string' },
  },
})
const events = Number(values.events ?? 1_000_000)
const say = (line: string) => process.stderr.write(`${line}\n`)
const line = (name: string, value: string, wanted: string) =>
  say(`${name.padEnd(66)}${value.padEnd(34)}${wanted}`)

const here = await on(values.folder, async (server, stage) => {
  await measureReceiving(server, stage)
  return measureReading(server, stage)
})
if (values.beside !== undefined) {
  const there = await on(values.beside, async (server, stage) => {
    const stored = await countEvents(stage.client)
    if (stored === 0)
      throw new Error(
        `${values.beside} holds no events yet: fill it first, with --folder ${values.beside} --events 1000000.`,
      )
    say(`\n${stored.toLocaleString('en')} events stored, in the folder beside\n`)
    return measureReading(server, stage)
  })
  ratios(here, there)
}

async function on<T>(
  folder: string | undefined,
  work: (server: BenchServer, stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage(folder, say)
  try {
    const server = await startServer({
      DATABASE_URL: stage.postgres.appUrl,
      PASTTENSE_MAINTENANCE_URL: stage.postgres.ownerUrl,
      PORT: values.port ?? '3117',
    })
    try {
      return await work(server, stage)
    } finally {
      await server.stop()
    }
  } finally {
    await stage.close()
  }
}

async function measureReceiving(
  { origin, pid, peakMemory }: BenchServer,
  { postgres, client }: Stage,
): Promise<void> {
  const target = { origin, node: pid, postmaster: postgres.pid }
  const missing = events - (await countEvents(client))
  let filled: number | undefined
  if (missing > 0) {
    say(`Filling with ${missing} events …`)
    filled = await fill(target, missing, say)
    await client.query('VACUUM ANALYZE')
  }
  const stored = await countEvents(client)
  const whileFilling = peakMemory()
  await receive(target, WARM)
  const { receiving, ratio } = await besidePlainInserts(target, postgres.ownerUrl)
  await receiveSingly(target, SINGLE, SINGLE_CLIENTS)
  const singly = await receiveSingly(target, SINGLE, SINGLE_CLIENTS)
  const whileReceiving = peakMemory()

  say(`\n${stored.toLocaleString('en')} events stored; ${CLIENTS} clients, batches of ${BATCH}\n`)
  line('what', 'measured', 'target')
  if (filled) line('filling, import mode, events a second', filled.toFixed(0), '')
  line('receiving, validated, events a second', receiving.rate.toFixed(0), '≥ 15,000')
  line('  a batch, p50 / p95 ms', middle(receiving.batches), 'p95 ≤ 250')
  line('  µs an event: client, node, PostgreSQL', costs(receiving), '')
  line('  µs an event by stage, which overlap', stages(receiving), '')
  line('  beside plain inserts of the same texts', ratio.toFixed(2), '≥ 0.35')
  line(`one a request, ${SINGLE_CLIENTS} clients, events a second`, singly.rate.toFixed(0), '≥ 2,500')
  line('  µs an event: client, node, PostgreSQL', costs(singly), '')
  line('  µs an event by stage, which overlap', stages(singly), '')
  line('resident memory of node, peak MB: filling', whileFilling.toFixed(0), '≤ 600')
  line('  receiving', whileReceiving.toFixed(0), '≤ 600')
  if (values.minutes === undefined) return
  say(`\nReceiving for ${values.minutes} minutes …`)
  await receiveFor(target, Number(values.minutes), (minute, rate) =>
    line(
      `  minute ${minute}: events a second; peak MB`,
      `${rate.toFixed(0)}; ${peakMemory().toFixed(0)}`,
      'flat',
    ),
  )
}

/** @returns `ratio`: of both rates, over all rounds */
async function besidePlainInserts(
  target: Parameters<typeof receive>[0],
  ownerUrl: string,
): Promise<{ receiving: Receiving; ratio: number }> {
  const plain = await openPlainInserts(ownerUrl)
  await plain.insert(WARM)
  const rounds: Receiving[] = []
  let plainSeconds = 0
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await receive(target, MEASURED / ROUNDS))
    plainSeconds += MEASURED / ROUNDS / (await plain.insert(MEASURED / ROUNDS))
  }
  await plain.close()
  const receiving = together(rounds)
  return { receiving, ratio: receiving.rate / (MEASURED / plainSeconds) }
}

async function measureReading({ origin, peakMemory }: BenchServer, { client }: Stage): Promise<Reading> {
  const reading = await read(origin, client)
  const { twelve, byKey, wide, search } = reading
  line('12-event chain, p50 / p95 ms', middle(twelve), '≤ 3 / ≤ 10')
  line('from a business key to its chain, p50 / p95 ms', middle(byKey), 'p95 ≤ 30')
  line('5,000-event chain, p50 ms', at(wide, 0.5), '≤ 150')
  line('search over 10,000 types, p50 / p95 ms', middle(search), 'p95 ≤ 50')
  line('resident memory of node, peak MB: reading', peakMemory().toFixed(0), '≤ 600')
  return reading
}

function ratios(here: Reading, there: Reading): void {
  say('\nAs a ratio to the folder beside, p50 / p95')
  for (const [name, what] of [
    ['12-event chain', 'twelve'],
    ['from a business key to its chain', 'byKey'],
    ['5,000-event chain', 'wide'],
  ] as const) {
    const ratio = (part: number) => (Number(at(here[what], part)) / Number(at(there[what], part))).toFixed(2)
    line(`  ${name}`, `${ratio(0.5)} / ${ratio(0.95)}`, '≤ 1.3')
  }
}

function middle(took: readonly number[]): string {
  return `${at(took, 0.5)} / ${at(took, 0.95)}`
}

function costs({ costs: { client, node, postgres } }: Receiving): string {
  return [client, node, postgres].map((us) => us.toFixed(0)).join(', ')
}

function stages({ stages }: Receiving): string {
  return Object.entries(stages)
    .map(([stage, us]) => `${stage.replace('_', ' ')} ${us.toFixed(0)}`)
    .join(', ')
}
