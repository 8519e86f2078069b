import type { Delay } from './delays'
import { incident, stops } from './accidents'
import { knownType } from './catalog'
import { emission, type Data, type Emission } from './envelope'
import { eventId } from './identifiers'
import type { Message } from './message'
import { Queue } from './queue'
import { Random } from './random'
import { versionAt } from './rollouts'
import { World } from './world'

/** An event that happened, as its followers know it. */
export interface Happened {
  readonly id: string
  readonly type: string
  readonly traceId: string | null
}

/** What a builder of data may ask. */
export interface Make {
  readonly at: number
  readonly random: Random
  /** Whether the version being made is this one or a later one. */
  readonly since: (label: string) => boolean
}
export type Builder = (make: Make) => Data

/** What a measurement lets go wrong beyond the everyday (`accidents.ts`). */
export interface Trouble {
  /** Whether a step (`From>To`) never comes. */
  stops(edge: string, parent: Happened, at: number): boolean
  /** What its delay is multiplied by. */
  slows(edge: string, at: number): number
  /** Told of each step that will not arrive as an event, whatever the reason. */
  onStop(parent: Happened, type: string): void
}

export interface SimulationOptions {
  seed: string
  start: number
  /** The moment that accidents and changes of version are counted back from. */
  end: number
  customers: number
  trouble?: Trouble | undefined
}

/** A trace ends with the work of a moment: what happens an hour later is another one. */
const TRACE_MS = 3_600_000

/**
 * A company in motion: steps wait in a queue and run at their moment, each on the state of that moment; what they say
 * happened becomes messages, which leave in the order of sending. No clock, and no chance but the seed's.
 */
export class Simulation {
  readonly random: Random
  readonly world: World
  readonly #end: number
  readonly #trouble: Trouble | undefined
  readonly #steps = new Queue<() => void>()
  readonly #outbox = new Queue<Message>()
  #now: number

  constructor({ seed, start, end, customers, trouble }: SimulationOptions) {
    this.#trouble = trouble
    this.random = new Random(seed)
    this.world = new World(this.random, customers, start)
    this.#now = start
    this.#end = end
  }

  get now(): number {
    return this.#now
  }

  at(moment: number, step: () => void): void {
    this.#steps.add(moment, step)
  }

  after(delay: Delay, step: () => void): void {
    this.at(this.#now + delay(this.random), step)
  }

  /** Something happened, now. */
  emit(type: string, build: Builder, parent: Happened | null = null, traced = true): Happened {
    const { random } = this
    const known = knownType(type)
    const producer = random.pick(known.producers)
    const version = versionAt(type, known.latest, this.#now, this.#end, random)
    const ordinal = known.labels.indexOf(version)
    const since = (label: string) => ordinal >= known.labels.indexOf(label)
    const traceId = traced && parent ? parent.traceId : random.chance(0.85) ? random.hex(32) : null
    const event: Emission = {
      id: eventId(producer, this.#now, random),
      type,
      version,
      owner: known.owner,
      producer,
      parentId: parent?.id ?? null,
      traceId,
      at: this.#now,
      data: build({ at: this.#now, random, since }),
    }
    const messages = emission(event, random)
    for (const message of messages) this.#outbox.add(message.sentAt, message)
    if (parent && messages.every(({ accident }) => accident === 'broken-envelope'))
      this.#trouble?.onStop(parent, type)
    return { id: event.id, type, traceId }
  }

  /** After a delay the next event follows, unless the flow stops on this edge; then what follows it. */
  follow(
    parent: Happened,
    type: string,
    delay: Delay,
    build: Builder,
    next: (event: Happened) => void = () => {},
  ): void {
    const edge = `${parent.type}>${type}`
    if (this.#stops(edge) || this.#trouble?.stops(edge, parent, this.#now)) {
      this.#trouble?.onStop(parent, type)
      return
    }
    const wait = delay(this.random) * (this.#trouble?.slows(edge, this.#now) ?? 1)
    this.at(this.#now + wait, () => next(this.emit(type, build, parent, wait < TRACE_MS)))
  }

  #stops(edge: string): boolean {
    const beforeEnd = this.#end - this.#now
    const isIncident = edge === incident.edge && beforeEnd < incident.from && beforeEnd > incident.to
    return this.random.chance(isIncident ? incident.share : (stops[edge] ?? 0))
  }

  /** Runs everything up to a moment and gives out what was sent until then. */
  *advance(until: number): Generator<Message> {
    for (;;) {
      const step = this.#steps.nextAt ?? Infinity
      const message = this.#outbox.nextAt ?? Infinity
      // A step may still send something earlier than what waits, so steps go first.
      if (Math.min(step, message) > until) break
      if (step <= message) {
        const { at, item } = this.#steps.take()!
        this.#now = at
        item()
      } else {
        yield this.#outbox.take()!.item
      }
    }
    this.#now = Math.max(this.#now, until)
  }
}
