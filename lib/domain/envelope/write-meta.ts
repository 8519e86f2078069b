import type { SchemaReference } from './envelope'
import { formatInstant } from './instant'

/** What the columns of a stored event know of its `meta`. */
export interface MetaFields {
  eventId: string
  parentEventId: string | null
  traceId: string | null
  ownerId: string | null
  /** As sent, not as concluded. */
  producer: string | null
  /** Microseconds since 1970. */
  createdAt: number
  schema: SchemaReference | null
  schemaId: string | null
  metaRest: string | null
}

/** The `meta` block as JSON text; what was kept beside the fields stands in it to the letter, and before them. */
export function writeMeta(fields: MetaFields): string {
  const rest = fields.metaRest ?? '{}'
  const kept = JSON.parse(rest) as Record<string, unknown>
  const members: [name: string, value: unknown][] = [
    ['created_at', formatInstant(fields.createdAt)],
    ['schema', fields.schema],
    ['schema_id', fields.schemaId],
    ['event_id', fields.eventId],
    ['parent_event_id', fields.parentEventId],
    ['trace_id', fields.traceId],
    ['owner_id', fields.ownerId],
    ['producer', fields.producer],
  ]
  const told = members
    .filter(([name, value]) => value !== null && !Object.hasOwn(kept, name))
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  const before = rest.slice(1, -1)
  return `{${[...(before === '' ? [] : [before]), ...told].join(',')}}`
}
