/** An event as far as the measurement looks at it. Times in milliseconds since 1970. */
export interface Stored {
  id: string
  type: string
  version: string
  parentId: string | null
  at: number
  received: number
  /** Of its data, those that have a value. */
  fields: ReadonlySet<string>
}

interface Sent {
  text: string
  sentAt: number
}

/** What the catalog would have stored: each id once, broken envelopes not at all. */
export function store(messages: Iterable<Sent>): Map<string, Stored> {
  const all = new Map<string, Stored>()
  for (const { text, sentAt } of messages) {
    const { meta, fields } = partsOf(text)
    if (meta === undefined || all.has(meta.event_id)) continue
    all.set(meta.event_id, {
      id: meta.event_id,
      type: meta.schema.name,
      version: meta.schema.version,
      parentId: meta.parent_event_id ?? null,
      at: Date.parse(meta.created_at),
      received: sentAt,
      fields,
    })
  }
  return all
}

interface Meta {
  event_id: string
  parent_event_id?: string
  created_at: string
  schema: { name: string; version: string }
}

/** The same few sets for all events: most of a type give the same fields. */
const sets = new Map<string, ReadonlySet<string>>()

function partsOf(text: string): { meta: Meta | undefined; fields: ReadonlySet<string> } {
  try {
    const { meta, data, payload } = JSON.parse(text) as Record<string, object | undefined>
    const given = Object.entries(data ?? payload ?? {}).filter(([, value]) => value !== null)
    const names = given.map(([name]) => name).sort()
    const fields = sets.get(names.join()) ?? new Set(names)
    sets.set(names.join(), fields)
    const known = meta as Partial<Meta> | undefined
    const isWhole =
      typeof known?.event_id === 'string' &&
      typeof known.created_at === 'string' &&
      typeof known.schema?.name === 'string'
    return {
      meta: isWhole && !Number.isNaN(Date.parse(known.created_at!)) ? (known as Meta) : undefined,
      fields,
    }
  } catch {
    return { meta: undefined, fields: new Set() }
  }
}

export function childrenOf(all: ReadonlyMap<string, Stored>): Map<string, Stored[]> {
  const children = new Map<string, Stored[]>()
  for (const event of all.values()) if (event.parentId !== null) add(children, event.parentId, event)
  return children
}

export function add<T>(lists: Map<string, T[]>, key: string, event: T): void {
  const list = lists.get(key)
  if (list) list.push(event)
  else lists.set(key, [event])
}
