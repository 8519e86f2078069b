import { formatInstant, parseInstant } from '@/lib/domain/envelope/instant'
import { valueAt } from '@/lib/domain/json/pointer'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { LinkRule, Mapping } from './mapping'

/** Our envelope, as `POST /events` takes it. */
export interface Envelope {
  data: Json
  meta: JsonObject
}

/** Reads a foreign message as our envelope, or says in a sentence what is missing. `scope` prefixes ids unique per file. */
export function mapEvent(message: Json, { events }: Mapping, scope: string): Envelope | string {
  const identify = (id: Json): string => (events.ids_per_file ? `${scope}/${String(id)}` : String(id))
  const required = {
    event_id: valueAt(message, events.event_id),
    type: valueAt(message, events.type),
    version: valueAt(message, events.version),
  }
  for (const [name, value] of Object.entries(required)) {
    if (typeof value !== 'string' && typeof value !== 'number')
      return `no ${name} at ${pointerOf(events, name)}`
  }
  const createdAt = readInstant(valueAt(message, events.created_at))
  if (createdAt === undefined) return `no time at ${events.created_at}`
  const data = valueAt(message, events.data)
  if (data === undefined) return `no data at ${events.data}`
  const parent = findParent(message, events.parent)
  const trace =
    (events.trace_id === undefined ? undefined : valueAt(message, events.trace_id)) ??
    (events.trace_per_file ? scope : undefined)
  const owner = events.owner_id === undefined ? undefined : valueAt(message, events.owner_id)
  const kept = Object.entries(events.keep).flatMap(([name, pointer]) => {
    const value = valueAt(message, pointer)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    data,
    meta: {
      ...Object.fromEntries(kept),
      event_id: identify(required.event_id!),
      schema: { name: String(required.type), version: String(required.version) },
      created_at: createdAt,
      ...(parent === undefined ? {} : { parent_event_id: identify(parent) }),
      ...(trace === undefined || trace === null ? {} : { trace_id: String(trace) }),
      ...(owner === undefined || owner === null ? {} : { owner_id: String(owner) }),
    },
  }
}

function pointerOf(events: Mapping['events'], name: string): string {
  return name === 'event_id' ? events.event_id : name === 'type' ? events.type : events.version
}

/** Milliseconds since 1970, or any text a date can be read from, as RFC 3339: to the microsecond where the text is. */
function readInstant(value: Json | undefined): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const us = typeof value === 'string' ? readMicroseconds(value) : null
  if (us !== null && us % 1_000 !== 0) return formatInstant(us)
  const date = new Date(us === null ? (typeof value === 'string' ? parseInUtc(value) : value) : us / 1_000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** As RFC 3339 has it, or nearly. Without a zone it is UTC: a file must not mean another moment on another machine. */
function readMicroseconds(text: string): number | null {
  const separated = text.replace(' ', 'T')
  return parseInstant(separated) ?? parseInstant(`${separated}Z`)
}

/** Any other way to write a date that is known, in UTC where it names no zone. */
function parseInUtc(text: string): number {
  const hasOffset = /:\d\d.*[+-]\d\d:?\d\d/.test(text)
  const inUtc = hasOffset ? Number.NaN : Date.parse(`${text}Z`)
  return Number.isNaN(inUtc) ? Date.parse(text) : inUtc
}

function findParent(message: Json, rules: readonly LinkRule[]): Json | undefined {
  for (const rule of rules) {
    const found = valueAt(message, rule.at)
    const links = Array.isArray(found) ? found : found === undefined || found === null ? [] : [found]
    const link = links.find((candidate) => matches(candidate, rule.where))
    if (link === undefined) continue
    const id = rule.take === undefined ? link : isObject(link) ? own(link, rule.take) : undefined
    if (typeof id === 'string' || typeof id === 'number') return id
  }
  return undefined
}

function matches(link: Json, where: LinkRule['where']): boolean {
  if (where === undefined) return true
  return isObject(link) && Object.entries(where).every(([key, value]) => own(link, key) === value)
}
