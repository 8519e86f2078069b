import type { Json } from '@/lib/domain/json/json'
import type { FieldPath } from '@/lib/domain/schema/field-names'
import { UndeclaredFields } from './undeclared-fields'

export interface ReplayedEvent {
  readonly eventId: string
  /** Null where nobody knows who sent it. */
  readonly producer: string | null
  readonly version: string
  readonly data: Json
}

export interface ReplayJudgement {
  readonly validity: 'valid' | 'invalid' | 'unknown'
  readonly problems: readonly { pointer: string; code: string; message: string }[]
}

export interface ReplayFindings {
  readonly events: number
  readonly rejected: number
  /** Neither accepted nor rejected: the schema could not be used, or checking was given up. */
  readonly unjudged: number
  readonly producers: { service: string | null; events: number; rejected: number }[]
  /** Which versions are still sent, and by whom. */
  readonly versions: { service: string | null; version: string; events: number }[]
  readonly reasons: { pointer: string; code: string; message: string; count: number; examples: string[] }[]
  /** Fields that the schema does not name, and how many events have each. */
  readonly undeclared: { field: string; count: number }[]
  /** How many of each there are, told or not. */
  readonly totals: Readonly<Record<'producers' | 'versions' | 'reasons' | 'undeclared', Total>>
}

/** `more`: there are more than this, not told apart. */
export interface Total {
  readonly count: number
  readonly more: boolean
}

/** Bounds of what is told apart, so that a million odd events cost no more memory than a thousand. */
const MOST_KEYS = 500
const MOST_REASONS = 300
const MOST_TOLD = 50
const EXAMPLES = 3

const NOTHING_HIDDEN = { cover: (pointer: string) => pointer, paths: [] }

/** What a draft would do to the events that are really sent, counted one by one. Holds no values of theirs. */
export class ReplayTally {
  private events = 0
  private rejected = 0
  private unjudged = 0
  private readonly producers = new Bounded<string | null, ReplayFindings['producers'][number]>(MOST_KEYS)
  private readonly versions = new Bounded<string, ReplayFindings['versions'][number]>(MOST_KEYS)
  private readonly reasons = new Bounded<string, ReplayFindings['reasons'][number]>(MOST_REASONS)
  private readonly undeclared: UndeclaredFields

  /**
   * @param declared the ways to the fields that the draft names
   * @param hidden places into which nothing may point, and the ways to those that are sensitive
   */
  constructor(
    declared: readonly FieldPath[],
    private readonly hidden: {
      cover: (pointer: string) => string
      paths: readonly FieldPath[]
    } = NOTHING_HIDDEN,
  ) {
    this.undeclared = new UndeclaredFields(declared, hidden.paths)
  }

  add({ eventId, producer, version, data }: ReplayedEvent, { validity, problems }: ReplayJudgement): void {
    this.events++
    this.undeclared.add(data)
    const isRejected = validity === 'invalid'
    if (isRejected) this.rejected++
    if (validity === 'unknown') this.unjudged++
    const sender = this.producers.at(producer, () => ({ service: producer, events: 0, rejected: 0 }))
    if (sender) {
      sender.events++
      if (isRejected) sender.rejected++
    }
    const key = `${producer ?? ''}\n${version}`
    const sent = this.versions.at(key, () => ({ service: producer, version, events: 0 }))
    if (sent) sent.events++
    if (!isRejected) return
    // One event may break one rule at many places of a list: it counts once.
    const seen = new Set<string>()
    for (const problem of problems) this.note(problem, eventId, seen)
  }

  result(): ReplayFindings {
    const most = <T>(items: Iterable<T>, count: (item: T) => number) =>
      [...items].sort((a, b) => count(b) - count(a)).slice(0, MOST_TOLD)
    const undeclared = this.undeclared.result()
    return {
      events: this.events,
      rejected: this.rejected,
      unjudged: this.unjudged,
      producers: most(this.producers.values(), ({ rejected, events }) => rejected * 1e9 + events),
      versions: most(this.versions.values(), ({ events }) => events),
      reasons: most(this.reasons.values(), ({ count }) => count),
      undeclared: undeclared.fields.slice(0, MOST_TOLD),
      totals: {
        producers: this.producers.total(),
        versions: this.versions.total(),
        reasons: this.reasons.total(),
        undeclared: { count: undeclared.fields.length, more: undeclared.isCut },
      },
    }
  }

  private note(
    { pointer, code, message }: ReplayJudgement['problems'][number],
    eventId: string,
    seen: Set<string>,
  ): void {
    if (code === 'format' || code === 'pattern-not-checked') return
    const place = this.hidden.cover(pointer).replace(/\/\d+(?=\/|$)/g, '/*')
    const key = `${place}\n${code}\n${message}`
    if (seen.has(key)) return
    seen.add(key)
    const reason = this.reasons.at(key, () => ({ pointer: place, code, message, count: 0, examples: [] }))
    if (reason === undefined) return
    reason.count++
    if (reason.examples.length < EXAMPLES) reason.examples.push(eventId)
  }
}

/** Entries by key, as many as there is room for; of those beyond it knows only that there are some. */
class Bounded<K, V> {
  private readonly entries = new Map<K, V>()
  private isCut = false

  constructor(private readonly most: number) {}

  /** The entry of a key, made where there is room for one more. */
  at(key: K, make: () => V): V | undefined {
    const found = this.entries.get(key)
    if (found !== undefined) return found
    if (this.entries.size >= this.most) {
      this.isCut = true
      return undefined
    }
    const made = make()
    this.entries.set(key, made)
    return made
  }

  values(): Iterable<V> {
    return this.entries.values()
  }

  total(): Total {
    return { count: this.entries.size, more: this.isCut }
  }
}
