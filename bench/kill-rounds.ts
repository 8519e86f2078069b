import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const root = fileURLToPath(new URL('..', import.meta.url))
const SENDERS = 3
const BATCH = 40
const EVENTS_A_CHAIN = 8
const START_PATIENCE_MS = 60_000
/** A database that dies more often than five times a minute is given up by the supervisor: many kills keep below that. */
const FEW = 5
const BETWEEN_DATABASE_KILLS_MS = 13_000

export type Victim = 'node' | 'postgres'

export interface KillReport {
  victim: Victim
  rounds: number
  acknowledged: number
  stored: number
  /** Ids that were acknowledged and are not there. */
  lost: string[]
  /** Ids that are there more than once. */
  twice: string[]
  /** Counted, and really there: both must agree. */
  counted: { events: number; edges: number; openLinks: number }
  /** Rows of the running counts that a full recount had to correct. */
  corrected: number
  edges: number
}

interface Running {
  child: ChildProcess
  port: number
  ownerUrl: string
}

/**
 * Sends events from several clients, kills the victim with SIGKILL in the middle of it, lets the other side restart it,
 * and goes on, for some rounds. Then looks whether everything acknowledged is there, once, linked and counted.
 * @param folder an empty data folder of its own
 */
export async function killRounds(
  victim: Victim,
  rounds: number,
  folder: string,
  say: (line: string) => void = () => undefined,
): Promise<KillReport> {
  const acknowledged = new Set<string>()
  const sent = new Map<string, string | null>()
  let running = await start(folder)
  let killable = 0
  for (let round = 1; round <= rounds; round++) {
    let sending = true
    let batches = 0
    const port = running.port
    const senders = Array.from({ length: SENDERS }, async () => {
      while (sending) {
        const batch = chainOfEvents(sent)
        if (!(await deliver(port, batch, acknowledged, () => sending))) return
        batches++
      }
    })
    while (Date.now() < killable) await new Promise((resolve) => setTimeout(resolve, 50))
    // At a moment that nothing chose: after some batches, in the middle of others.
    const goal = batches + 3 + (round % 5)
    while (batches < goal) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
    if (victim === 'node') {
      running.child.kill('SIGKILL')
      sending = false
      await Promise.all(senders)
      running = await start(folder)
    } else {
      process.kill(await postmasterOf(running.ownerUrl), 'SIGKILL')
      if (rounds > FEW) killable = Date.now() + BETWEEN_DATABASE_KILLS_MS
      const before = batches
      while (batches < before + SENDERS * 2) {
        if (running.child.exitCode !== null) throw new Error('the receiving process gave up')
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      sending = false
      await Promise.all(senders)
    }
    say(`round ${round}: ${acknowledged.size} acknowledged so far`)
  }
  // One more batch makes the survivor sweep what the dead one left open.
  await deliver(running.port, chainOfEvents(sent), acknowledged, () => false)
  const report = await inspect(victim, rounds, running, sent, acknowledged)
  running.child.stdin?.end()
  await new Promise((resolve) => running.child.once('exit', resolve))
  return report
}

/** A batch of two interleaved halves of chains, children first now and then, so that links are always being made. */
function chainOfEvents(sent: Map<string, string | null>): object[] {
  const events: object[] = []
  for (let parent: string | null = null; events.length < BATCH;) {
    const id = randomUUID()
    if (events.length % EVENTS_A_CHAIN === 0) parent = null
    sent.set(id, parent)
    events.push({
      data: { order_id: id },
      meta: {
        event_id: id,
        ...(parent === null ? {} : { parent_event_id: parent }),
        created_at: new Date().toISOString(),
        schema: { name: `KilledDuring${events.length % 5}`, version: '1' },
      },
    })
    parent = id
  }
  return events
}

/** Sends the halves of a batch apart, the second first. False where the server went away. */
async function deliver(
  port: number,
  events: object[],
  acknowledged: Set<string>,
  again: () => boolean,
): Promise<boolean> {
  const half = events.length / 2 - 1
  for (const part of [events.slice(half), events.slice(0, half)]) {
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`, {
          method: 'POST',
          body: JSON.stringify(part),
        })
        if (response.ok) {
          const { results } = (await response.json()) as { results: { event_id: string; status: string }[] }
          for (const { event_id, status } of results)
            if (status === 'accepted' || status === 'duplicate') acknowledged.add(event_id)
          break
        }
        if (!again()) return false
      } catch {
        return false
      }
    }
  }
  return true
}

async function start(folder: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', path.join(root, 'bench/receive-process.ts'), folder],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    new Promise<never>((_, fail) => child.once('exit', (code) => fail(new Error(`it ended with ${code}`)))),
    new Promise<never>((_, fail) =>
      setTimeout(() => fail(new Error('it did not start')), START_PATIENCE_MS).unref(),
    ),
  ])
  return { child, ...(JSON.parse(line) as { port: number; ownerUrl: string }) }
}

/** The parent of any backend. */
async function postmasterOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const status = await readFile(`/proc/${rows[0]!.pid}/status`, 'utf8')
  await client.end()
  return Number(/^PPid:\s+(\d+)/m.exec(status)![1])
}

async function inspect(
  victim: Victim,
  rounds: number,
  { port, ownerUrl }: Running,
  sent: ReadonlyMap<string, string | null>,
  acknowledged: ReadonlySet<string>,
): Promise<KillReport> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const number = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]!.n)
  const openLinks = `SELECT count(*) AS n FROM events.orphan o
    WHERE EXISTS (SELECT FROM events.event_key k WHERE k.event_id = o.parent_event_id)`
  // The receiver sweeps once it runs: waited for, not forced.
  for (let i = 0; i < 200 && (await number(openLinks)) > 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const { rows } = await client.query<{ event_id: string; n: string }>(
    'SELECT event_id, count(*) AS n FROM events.event GROUP BY 1',
  )
  const stored = new Set(rows.map((row) => row.event_id))
  const counted = {
    events: await number('SELECT coalesce(sum(count), 0) AS n FROM events.hourly_count'),
    edges: await number('SELECT coalesce(sum(count), 0) AS n FROM events.edge_count'),
    openLinks: await number(openLinks),
  }
  await client.end()
  const response = await fetch(`http://127.0.0.1:${port}/recount`, { method: 'POST', body: '[]' })
  const recount = (await response.json()) as Record<
    'events' | 'days' | 'edges' | 'chains',
    { corrected: number }
  >
  return {
    victim,
    rounds,
    acknowledged: acknowledged.size,
    stored: stored.size,
    lost: [...acknowledged].filter((id) => !stored.has(id)),
    twice: rows.filter((row) => row.n !== '1').map((row) => row.event_id),
    counted,
    corrected:
      recount.events.corrected + recount.days.corrected + recount.edges.corrected + recount.chains.corrected,
    edges: [...sent].filter(([id, parent]) => parent !== null && stored.has(id) && stored.has(parent)).length,
  }
}
