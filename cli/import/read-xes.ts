import { hash } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { isIdentifier } from '@/lib/domain/envelope/identifier'
import { formatInstant, parseInstant } from '@/lib/domain/envelope/instant'
import type { Json, JsonObject } from '@/lib/domain/json/json'

/** A process log as envelopes; `cases` is how many traces it held. */
export interface ProcessLog {
  envelopes: JsonObject[]
  cases: number
}

/** Imports may tell when they received an event, so far back. */
const OLDEST_RECEIPT_MS = 19 * 366 * 86_400_000
/** Attributes may hold attributes; the log, trace and event elements around them included. */
const DEEPEST = 100
/** What the event types of a log are versioned as: XES has no versions. */
const VERSION = '1'

interface Trace {
  name: string | null
  events: Map<string, Json>[]
}

/**
 * Reads a process log in XES form (IEEE 1849): each trace becomes a chain in which every event follows the one before
 * it, so that the flows are the log's directly-follows counts. An event's name is its `concept:name`, its moment its
 * `time:timestamp`; its other attributes, and the case's name as `case_id`, are its data. Ids depend on the file's name
 * and the place in it alone, so the same log again brings duplicates. No document type, hence no entities.
 * @param file name that the ids are made from
 * @returns the envelopes, or what is wrong and where
 */
export function readXes(text: string, file: string, now: number): ProcessLog | string {
  const traces: Trace[] = []
  let fault: string | undefined
  const open: string[] = []
  const parser = new SaxesParser()
  // The first fault ends the reading.
  const fail = (message: string): never => {
    fault ??= `line ${parser.line}: ${message}`
    throw new Error(fault)
  }
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => fail('a document type is not read: it could define entities'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) fail(`elements more than ${DEEPEST} deep`)
    const parent = open.at(-1)
    open.push(name)
    if (open.length === 1 && name !== 'log')
      fail(`the outermost element is <${name.slice(0, 100)}>, not <log>`)
    else if (name === 'trace' && parent === 'log') traces.push({ name: null, events: [] })
    else if (name === 'event' && parent === 'trace') traces.at(-1)?.events.push(new Map())
    else if (attributes.key !== undefined && attributes.value !== undefined) {
      const trace = traces.at(-1)
      if (parent === 'event') trace?.events.at(-1)?.set(attributes.key, valueOf(name, attributes.value))
      else if (parent === 'trace' && trace && attributes.key === 'concept:name') trace.name = attributes.value
    }
  })
  parser.on('closetag', () => open.pop())
  try {
    parser.write(text).close()
  } catch (error) {
    fault ??= `line ${parser.line}: ${(error as Error).message}`
  }
  if (fault !== undefined) return fault
  const envelopes: JsonObject[] = []
  for (const [index, trace] of traces.entries()) {
    const made = toEnvelopes(trace, `${file}\n${index}`, now)
    if (typeof made === 'string')
      return `trace ${index + 1}${trace.name === null ? '' : ` (${trace.name})`}, ${made}`
    for (const envelope of made) envelopes.push(envelope)
  }
  return { envelopes, cases: traces.length }
}

function toEnvelopes({ name: caseName, events }: Trace, place: string, now: number): JsonObject[] | string {
  const envelopes: JsonObject[] = []
  let parent: string | null = null
  for (const [index, attributes] of events.entries()) {
    const type = attributes.get('concept:name')
    const time = attributes.get('time:timestamp')
    if (typeof type !== 'string' || !isIdentifier(type))
      return `event ${index + 1}: "concept:name" must be 1 to 200 characters without control characters`
    const at = typeof time === 'string' ? parseInstant(time) : null
    if (at === null)
      return `event ${index + 1}: "time:timestamp" must be an instant such as 2026-08-06T09:03:20Z`
    const created = at % 1_000 === 0 ? new Date(at / 1_000).toISOString() : formatInstant(at)
    const id = `xes-${hash('sha256', `${place}\n${index}`).slice(0, 32)}`
    const rest = [...attributes].filter(([key]) => key !== 'concept:name' && key !== 'time:timestamp')
    const age = now - at / 1_000
    const isRecent = age >= 0 && age < OLDEST_RECEIPT_MS
    envelopes.push({
      data: Object.fromEntries<Json>([
        ...(caseName === null ? [] : [['case_id', caseName] as const]),
        ...rest,
      ]),
      meta: {
        event_id: id,
        ...(parent === null ? {} : { parent_event_id: parent }),
        created_at: created,
        schema: { name: type, version: VERSION },
      },
      // So that a log of last year counts in last year's hours.
      ...(isRecent ? { received_at: created } : {}),
    })
    parent = id
  }
  return envelopes
}

/** An attribute by the kind its element names; a number that JavaScript cannot hold stays a text. */
function valueOf(kind: string, text: string): Json {
  if (kind === 'boolean') return text === 'true' || text === '1'
  if (kind !== 'int' && kind !== 'float') return text
  const number = Number(text)
  const isExact = kind === 'float' ? Number.isFinite(number) : Number.isSafeInteger(number)
  return text.trim() !== '' && isExact ? number : text
}
