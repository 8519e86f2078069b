import { expect, test } from 'vitest'
import { components, forest, oracle } from './testing/forest'
import { seeded, shuffle } from './testing/seeded'
import { SimulatedStore } from './testing/simulated-store'

/** `npm run chaos` plays 10,000. */
const SEEDS = Number(process.env.PASTTENSE_CHAOS_SIMULATED ?? 200)
/** Of the steps, after which a writer dies; and at most so many in a play. */
const DEATHS = 0.02
const MOST_DEATHS = 3

/** Plays 4 or 8 writers, in some order of their steps, with duplicates, and some that die between two steps. */
function play(seed: number): string[] {
  const random = seeded(seed)
  const parents = forest(seed, 5 + Math.floor(random() * 60))
  const events = [...parents].map(([eventId, parentEventId]) => ({ eventId, parentEventId }))
  const store = new SimulatedStore()
  const writers = random() < 0.5 ? 4 : 8
  const queues = Array.from({ length: writers }, () => [] as (typeof events)[])
  const memories = queues.map(() => new Map<string, string>())
  const deliver = (given: typeof events) => {
    const order = shuffle(given, random)
    while (order.length > 0) {
      const batch = order.splice(0, 1 + Math.floor(random() * 9))
      queues[Math.floor(random() * writers)]!.push(batch)
    }
  }
  deliver([...events, ...events.filter(() => random() < 0.4)])
  let deaths = 0
  const running: (Generator<void, void> | undefined)[] = []
  while (queues.some((queue) => queue.length > 0) || running.some(Boolean)) {
    const writer = Math.floor(random() * writers)
    const batch = running[writer] ? undefined : queues[writer]!.shift()
    if (batch) {
      running[writer] = store.receive(batch, memories[writer]!)
      // Nobody told its sender that it was stored, so it comes again.
      if (random() < DEATHS) queues[Math.floor(random() * writers)]!.push(batch)
    }
    if (running[writer] && deaths < MOST_DEATHS && random() < DEATHS) {
      deaths++
      running[writer] = undefined
      memories[writer]!.clear()
      deliver(events)
      continue
    }
    if (running[writer]?.next().done === true) running[writer] = undefined
    if (random() < DEATHS) for (const _ of store.sweep());
  }
  for (const _ of store.sweep());
  return differences(store, parents)
}

/** Where what is stored differs from what somebody would say who saw all events in order; empty if nowhere. */
function differences(store: SimulatedStore, parents: ReadonlyMap<string, string | null>): string[] {
  const { chainOf, linked } = oracle(parents)
  const found = components(store.aliases)
  const [byOracle, byStore] = [new Map<string, string>(), new Map<string, string>()]
  const wrong: string[] = []
  for (const id of parents.keys()) {
    const [expected, chain] = [chainOf(id), found(store.ledger.get(id) ?? `not stored ${id}`)]
    if ((byOracle.get(expected) ?? chain) !== chain) wrong.push(`${id} is not with its chain`)
    if ((byStore.get(chain) ?? expected) !== expected) wrong.push(`${id} is with strangers`)
    byOracle.set(expected, chain)
    byStore.set(chain, expected)
    const times = store.edges.get(id) ?? 0
    if (times !== (linked.has(id) ? 1 : 0)) wrong.push(`the edge to ${id} is counted ${times} times`)
  }
  return wrong
}

test(`in ${SEEDS} orders of the steps of several writers, chains and edges are those of an oracle`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) expect(play(seed), `seed ${seed}`).toEqual([])
})
