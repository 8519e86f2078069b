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
  /** Whether more of them occur than are told. */
  readonly undeclared_cut: boolean
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
  private readonly producers = new Map<string | null, { events: number; rejected: number }>()
  private readonly versions = new Map<string, { service: string | null; version: string; events: number }>()
  private readonly reasons = new Map<string, ReplayFindings['reasons'][number]>()
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
    const sender = keep(this.producers, producer, () => ({ events: 0, rejected: 0 }))
    if (sender) {
      sender.events++
      if (isRejected) sender.rejected++
    }
    const key = `${producer ?? ''}\n${version}`
    const sent = keep(this.versions, key, () => ({ service: producer, version, events: 0 }))
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
      producers: most(
        [...this.producers].map(([service, counts]) => ({ service, ...counts })),
        ({ rejected, events }) => rejected * 1e9 + events,
      ),
      versions: most(this.versions.values(), ({ events }) => events),
      reasons: most(this.reasons.values(), ({ count }) => count),
      undeclared: undeclared.fields.slice(0, MOST_TOLD),
      undeclared_cut: undeclared.isCut || undeclared.fields.length > MOST_TOLD,
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
    let reason = this.reasons.get(key)
    if (reason === undefined) {
      if (this.reasons.size >= MOST_REASONS) return
      reason = { pointer: place, code, message, count: 0, examples: [] }
      this.reasons.set(key, reason)
    }
    reason.count++
    if (reason.examples.length < EXAMPLES) reason.examples.push(eventId)
  }
}

/** The entry of a key, made where there is room for one more. */
function keep<K, V>(map: Map<K, V>, key: K, make: () => V): V | undefined {
  const found = map.get(key)
  if (found !== undefined || map.size >= MOST_KEYS) return found
  const made = make()
  map.set(key, made)
  return made
}
