import { beginSomething } from './flows/flow-mix'
import type { Message } from './message'
import { Simulation } from './simulation'

export interface StreamRequest {
  seed: string
  /** The first moment, in milliseconds since 1970. */
  start: number
  /** Messages a second, on the mean. */
  rate: number
}

const TICK_MS = 100

/**
 * Messages at a steady rate without an end, in the order of sending. What earlier flows lead to comes first; only
 * where that is too little does something new begin. So the rate holds from the first second, with delays of days.
 */
export function* simulateStream({ seed, start, rate }: StreamRequest): Generator<Message, never> {
  const customers = Math.round(Math.min(Math.max(rate * 60, 200), 20_000))
  const sim = new Simulation({ seed, start, end: start, customers })
  let owed = 0
  /** First messages of flows that have begun and were already taken off `owed`. */
  let promised = 0
  for (let tick = start; ; tick += TICK_MS) {
    for (const message of sim.advance(tick)) {
      if (promised > 0) promised--
      else owed--
      yield message
    }
    owed += (rate * TICK_MS) / 1000
    for (; owed >= 1; owed--) {
      beginSomething(sim)
      promised++
    }
  }
}
