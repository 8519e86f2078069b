import type { Health } from '@/lib/contracts/health'
import { chainOf } from './company'
import { getJson, postBody } from './client'
import { processorTime } from './processor-time'

export const CLIENTS = 4
export const BATCH = 500
export const CHAIN = 12
const DAYS = 8
const DAY_MS = 86_400_000

export interface Receiving {
  /** Events a second. */
  rate: number
  /** Milliseconds of each request. */
  batches: number[]
  /** Processor time of an event, in microseconds, by who spent it. */
  costs: { client: number; node: number; postgres: number }
  /** Time by the server's clock that each stage took, in microseconds an event. Stages run one beside the other. */
  stages: Record<string, number>
}

interface Target {
  origin: string
  /** Process ids, for what each of them spends. */
  node: number
  postmaster: number
}

/** Fills with a past: whole chains spread over eight days of receipt, in import mode. */
export async function fill(target: Target, total: number, say: (line: string) => void): Promise<number> {
  let left = total
  const started = performance.now()
  await byClients(CLIENTS, async () => {
    while (left > 0) {
      left -= BATCH
      const done = total - left
      await postBody(
        target.origin,
        body(() => Date.now() - Math.random() * DAYS * DAY_MS),
        'import',
      )
      if (done % 100_000 < BATCH) say(`  ${done} of ${total}`)
    }
  })
  return total / ((performance.now() - started) / 1000)
}

/** Receives `total` new events from several clients. What is sent is made beforehand: its cost is no receiver's. */
export async function receive(target: Target, total: number): Promise<Receiving> {
  const bodies = Array.from({ length: total / BATCH }, () => body())
  return clocked(target, total, async (batches) => {
    await byClients(CLIENTS, async () => {
      for (let next = bodies.pop(); next !== undefined; next = bodies.pop()) {
        const before = performance.now()
        await postBody(target.origin, next)
        batches.push(performance.now() - before)
      }
    })
  })
}

/** Several measurements of equal size as one. */
export function together(rounds: readonly Receiving[]): Receiving {
  const mean = (value: (round: Receiving) => number) =>
    rounds.reduce((sum, round) => sum + value(round), 0) / rounds.length
  return {
    rate: 1 / mean(({ rate }) => 1 / rate),
    batches: rounds.flatMap(({ batches }) => batches),
    costs: {
      client: mean(({ costs }) => costs.client),
      node: mean(({ costs }) => costs.node),
      postgres: mean(({ costs }) => costs.postgres),
    },
    stages: Object.fromEntries(
      Object.keys(rounds[0]!.stages).map((stage) => [stage, mean(({ stages }) => stages[stage]!)]),
    ),
  }
}

/** Receives on end, batch by batch. @param each called after every minute with the events a second that it had */
export async function receiveFor(
  target: Target,
  minutes: number,
  each: (minute: number, rate: number) => void,
): Promise<void> {
  for (let minute = 1; minute <= minutes; minute++) {
    const end = performance.now() + 60_000
    let events = 0
    await byClients(CLIENTS, async () => {
      while (performance.now() < end) {
        await postBody(target.origin, body())
        events += BATCH
      }
    })
    each(minute, events / 60)
  }
}

/** Like `receive`, an event a request, from `clients` clients. Each sends chain by chain, causes before effects. */
export async function receiveSingly(target: Target, total: number, clients: number): Promise<Receiving> {
  const shares = Array.from({ length: clients }, (_, client) => {
    const share = Math.ceil((total - client) / clients)
    const texts: string[] = []
    while (texts.length < share) texts.push(...chainOf(CHAIN, Date.now()).texts)
    return texts.slice(0, share)
  })
  return clocked(target, total, async (batches) => {
    await byClients(clients, async () => {
      for (const text of shares.pop()!) {
        const before = performance.now()
        await postBody(target.origin, text)
        batches.push(performance.now() - before)
      }
    })
  })
}

async function clocked(
  { origin, node, postmaster }: Target,
  total: number,
  work: (batches: number[]) => Promise<void>,
): Promise<Receiving> {
  const batches: number[] = []
  const stagesBefore = await stageTimes(origin)
  const before = {
    client: process.cpuUsage(),
    node: processorTime(node),
    postgres: processorTime(postmaster),
  }
  const started = performance.now()
  await work(batches)
  const rate = total / ((performance.now() - started) / 1000)
  const { user, system } = process.cpuUsage(before.client)
  const each = (ms: number) => (ms * 1000) / total
  const stages = Object.entries(await stageTimes(origin)).map(([stage, ms]): [string, number] => [
    stage,
    each(ms - stagesBefore[stage]!),
  ])
  return {
    rate,
    batches,
    costs: {
      client: (user + system) / total,
      node: each(processorTime(node) - before.node),
      postgres: each(processorTime(postmaster) - before.postgres),
    },
    stages: Object.fromEntries(stages),
  }
}

/** Milliseconds that each stage of receiving has taken so far. */
async function stageTimes(origin: string): Promise<Record<string, number>> {
  const { receiving } = await getJson<Health>(origin, '/health')
  return receiving.stages_ms
}

function body(moment?: () => number): Buffer {
  const texts: string[] = []
  while (texts.length < BATCH) {
    const received = moment?.()
    texts.push(...chainOf(CHAIN, received ?? Date.now(), received).texts)
  }
  return Buffer.from(`[${texts.slice(0, BATCH).join(',')}]`)
}

async function byClients(clients: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: clients }, work))
}
