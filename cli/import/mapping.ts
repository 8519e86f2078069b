import { isIdentifier } from '@/lib/domain/envelope/identifier'
import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'

/** Where a link to another event is found: the elements of an array that match, tried in the order of the list. */
export interface LinkRule {
  /** JSON Pointer to an array of links, or to the id itself. */
  readonly at: string
  /** Members a link must have: `{ "type": "CAUSE" }`. Without it the first link is taken. */
  readonly where?: Readonly<Record<string, Json>>
  /** Member of the link that holds the id. */
  readonly take?: string
}

/** How somebody else's folder of schemas and events is read. Every part has a default: our own envelope. */
export interface Mapping {
  readonly schemas: {
    /** Folder under the imported one. */
    readonly folder: string
    /** Path of a schema file inside it: `{type}/{version}.json`. */
    readonly path: string
    /** JSON Pointer to the data block's schema inside the file; empty where the file is that schema. */
    readonly schema: string
  }
  readonly events: {
    readonly folder: string
    /** JSON Pointers into a message. */
    readonly event_id: string
    readonly type: string
    readonly version: string
    readonly created_at: string
    readonly data: string
    readonly parent: readonly LinkRule[]
    readonly trace_id?: string
    readonly owner_id?: string
    /** Whether ids are unique only inside their file: then they are written `{file}/{id}`. */
    readonly ids_per_file: boolean
    /** Whether the events of one file that name no trace share one, called `{file}`: they are shown as one chain. */
    readonly trace_per_file: boolean
    /** What else is kept in `meta`, by its name there. */
    readonly keep: Readonly<Record<string, string>>
  }
  /** Owner and domain of event types the import registers; made where they do not exist. */
  readonly owner?: string
  readonly domain?: string
}

export const ownEnvelope: Mapping = {
  schemas: { folder: 'schemas', path: '{type}/{version}.json', schema: '' },
  events: {
    folder: 'events',
    event_id: '/meta/event_id',
    type: '/meta/schema/name',
    version: '/meta/schema/version',
    created_at: '/meta/created_at',
    data: '/data',
    parent: [{ at: '/meta/parent_event_id' }],
    trace_id: '/meta/trace_id',
    owner_id: '/meta/owner_id',
    ids_per_file: false,
    trace_per_file: false,
    keep: {},
  },
}

/** A mapping file over the defaults. Answers a sentence where it is not one. */
export function readMapping(value: Json): Mapping | string {
  if (!isObject(value)) return 'A mapping file holds one JSON object.'
  const known = new Set(['schemas', 'events', 'owner', 'domain'])
  const unknown = Object.keys(value).find((key) => !known.has(key))
  if (unknown !== undefined) return `The mapping knows schemas, events, owner and domain, not "${unknown}".`
  const part = (key: 'schemas' | 'events'): JsonObject => (isObject(value[key]) ? value[key] : {})
  for (const key of ['schemas', 'events'] as const) {
    const allowed = new Set([...Object.keys(ownEnvelope[key]), 'trace_id', 'owner_id'])
    const stray = Object.keys(part(key)).find((name) => !allowed.has(name))
    if (stray !== undefined)
      return `"${key}" of the mapping knows ${[...allowed].join(', ')}, not "${stray}".`
  }
  for (const key of ['owner', 'domain'] as const) {
    const slug = value[key]
    if (slug !== undefined && !(typeof slug === 'string' && isIdentifier(slug)))
      return `"${key}" of the mapping must be a slug.`
  }
  return {
    ...(value as Pick<Mapping, 'owner' | 'domain'>),
    schemas: { ...ownEnvelope.schemas, ...part('schemas') },
    events: { ...ownEnvelope.events, ...part('events') },
  }
}
