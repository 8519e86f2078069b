import { arrivals } from './calendar'
import { beginSomething } from './flows/flow-mix'
import type { Message } from './message'
import { Random } from './random'
import { Simulation, type Trouble } from './simulation'

export interface HistoryRequest {
  seed: string
  /** The last moment of the history, in milliseconds since 1970. */
  end: number
  days: number
  /** How many messages it should hold, about. */
  events: number
  trouble?: Trouble | undefined
}

/** Messages that one beginning leads to, on the mean; a test holds it true. */
const MESSAGES_PER_FLOW = 8.7

/** The company's past: messages in the order of sending. The same request gives the same messages, to the bit. */
export function* simulateHistory({ seed, end, days, events, trouble }: HistoryRequest): Generator<Message> {
  const start = end - days * 86_400_000
  const flows = events / MESSAGES_PER_FLOW
  const sim = new Simulation({
    seed,
    start,
    end,
    trouble,
    customers: Math.round(Math.min(Math.max(flows / 8, 60), 20_000)),
  })
  const rhythm = new Random(`${seed}/rhythm`)
  for (const at of arrivals(start, end, flows / (end - start), rhythm)) {
    yield* sim.advance(at)
    beginSomething(sim)
  }
  yield* sim.advance(end)
}
