import type { JsonObject } from '../json/json'
import type { KeyPlace } from './scan'

/** Something wrong at one place of a message; the pointer leads into the message as it was sent. */
export interface EnvelopeProblem {
  pointer: string
  code: string
  message: string
}

/** How an event names its type and version: by name and label, by the schema's id, or by both. */
export interface SchemaReference {
  name: string
  version: string
}

/** One event, as its envelope says. Times are microseconds since 1970. */
export interface EnvelopeEvent {
  eventId: string
  parentEventId: string | null
  traceId: string | null
  ownerId: string | null
  producer: string | null
  createdAt: number
  schema: SchemaReference | null
  schemaId: string | null
  /** The data block, parsed; numbers beyond double are rounded here and exact in `dataText`. */
  data: JsonObject
  /** The data block's text, to the letter. */
  dataText: string
  /** What the block was called. */
  block: 'data' | 'payload'
  /** JSON text of what `meta` says beyond the fields above, or null. */
  metaRest: string | null
  /** When it was received, only where an import says so. */
  receivedAt: number | null
  /** Business keys that the names in the data block give away, and where they stand. */
  keys: string[]
  keyPlaces: readonly KeyPlace[]
}

export type Envelope =
  | { kind: 'event'; event: EnvelopeEvent; problems: EnvelopeProblem[] }
  | {
      kind: 'quarantined'
      problems: EnvelopeProblem[]
      /** Where they could be read, so that a person can find the message. */
      eventId: string | null
      type: string | null
    }
