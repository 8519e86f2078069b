import { findExceptions, outcomesOf } from '@/lib/domain/flow/exceptions'
import { learnHistory, type PastEvent, type StepHistory } from '@/lib/domain/flow/step-history'
import { add, type Stored } from './stored'

/** As the server samples: of one type, or one version of it, the newest events before so long ago (hours). */
const SLICES = [0, 1 / 6, 1, 6, 24, 48, 72, 120, 168, 240, 336, 504, 720]
const EVENTS_A_SLICE = 150
/** Exceptions are rare: they are looked for among more. */
const EVENTS_A_WIDE_SLICE = 600

/** Histories by type and version, with the exceptions that all versions of the type tell of. */
export function learn(
  all: ReadonlyMap<string, Stored>,
  children: ReadonlyMap<string, readonly Stored[]>,
  until: number,
) {
  const ofVersion = new Map<string, Stored[]>()
  const ofType = new Map<string, Stored[]>()
  for (const event of [...all.values()].sort((a, b) => b.at - a.at)) {
    if (event.at >= until) continue
    add(ofVersion, `${event.type} ${event.version}`, event)
    add(ofType, event.type, event)
  }
  const pastOf = (events: readonly Stored[], most: number) =>
    sample(events, until, most).map((event) => {
      const came = (children.get(event.id) ?? []).filter(({ received }) => received <= until)
      return { id: event.id, waited: until - event.at, followers: firstOfTypes(event, came) }
    })
  const learned = new Map<string, StepHistory>()
  for (const events of ofVersion.values()) {
    const { type, version } = events[0]!
    const history = learnHistory(pastOf(events, EVENTS_A_SLICE))
    const ofAllVersions = history.steps.length === 0 ? [] : pastOf(ofType.get(type)!, EVENTS_A_WIDE_SLICE)
    const steps = history.steps.map((step) => {
      const outcomes = outcomesOf(ofAllVersions, step)
      const exceptions = outcomes && findExceptions(outcomes, (id) => all.get(id)!.fields)
      return { ...step, exceptions: exceptions ?? [] }
    })
    learned.set(`${type} ${version}`, { ...history, steps })
  }
  return (event: Stored) => learned.get(`${event.type} ${event.version}`)
}

/** @param events newest first @param most a slice */
function sample(events: readonly Stored[], until: number, most: number): Stored[] {
  const chosen = new Set<Stored>()
  for (const hours of SLICES) {
    const from = events.findIndex(({ at }) => at <= until - hours * 3_600_000)
    if (from !== -1) for (const event of events.slice(from, from + most)) chosen.add(event)
  }
  return [...chosen]
}

/** The earliest of each type, by their delay. */
function firstOfTypes(parent: Stored, children: readonly Stored[]): PastEvent['followers'] {
  const first = new Map<string, { type: string; delay: number }>()
  for (const { type, at } of children) {
    const delay = Math.max(0, Math.min(first.get(type)?.delay ?? Infinity, at - parent.at))
    first.set(type, { type, delay })
  }
  return [...first.values()]
}
