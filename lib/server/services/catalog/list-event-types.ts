import 'server-only'
import type { EventTypePage, EventTypeSummary, Facet, Facets, SearchMatch } from '@/lib/contracts/event-type'
import { pointerTokens } from '@/lib/domain/json/pointer'
import { currentCatalog, type CatalogEntry } from '@/lib/server/catalog-index/catalog-index'
import { readVolumes, type Volume } from '@/lib/server/stores/volume-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { toSummary } from './event-type-summary'

interface Query {
  cursor?: string
  limit?: number
  q?: string
  kind?: string[]
  owner?: string[]
  domain?: string[]
  service?: string[]
  status?: string[]
  field?: string[]
  sort?: 'relevance' | 'name' | 'events' | 'updated'
}

type Dimension = 'kind' | 'owner' | 'domain' | 'status' | 'service' | 'field'

interface Found {
  readonly entry: CatalogEntry
  readonly matches: (() => SearchMatch[]) | undefined
}

/** Value of a filter for "has none": types without an owner or a domain. */
export const NONE = '-'

const DEFAULT_PAGE = 200

/** Which values of a filter an event type has. */
const valuesOf: Record<Dimension, (entry: CatalogEntry) => readonly string[]> = {
  kind: ({ row }) => [row.kind],
  owner: ({ row }) => [row.owner?.slug ?? NONE],
  domain: ({ row }) => [row.domain?.slug ?? NONE],
  status: ({ row }) => [row.status],
  service: ({ row }) => [...row.producers, ...row.consumers],
  field: ({ fields }) => fields,
}
const dimensions = Object.keys(valuesOf) as Dimension[]

/** Searches the catalog: ranked where words are given, by name otherwise; facets count what each filter would leave. */
export async function listEventTypes(actor: Actor, { query }: { query: Query }): Promise<EventTypePage> {
  authorize(actor, 'read')
  const [catalog, volumes] = await Promise.all([currentCatalog(), readVolumes()])
  const words = query.q?.trim() ?? ''
  const found: Found[] =
    words === ''
      ? [...catalog.entries.values()].map((entry) => ({ entry, matches: undefined }))
      : catalog.search.search(words).flatMap((hit): Found[] => {
          const entry = catalog.entries.get(hit.name)
          return entry ? [{ entry, matches: hit.matches }] : []
        })
  const failing = found.map(({ entry }) =>
    dimensions.filter((dimension) => !passes(entry, dimension, query[dimension])),
  )
  const hits = sorted(
    found.filter((_, i) => failing[i]!.length === 0),
    query.sort ?? (words === '' ? 'name' : 'relevance'),
    volumes,
  )
  const start = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['number'])[0]
  const limit = query.limit ?? DEFAULT_PAGE
  return {
    items: hits.slice(start, start + limit).map(({ entry, matches }): EventTypeSummary => ({
      ...toSummary(entry, volumes.get(entry.row.name)),
      ...(matches ? { matches: matches() } : {}),
    })),
    next_cursor: start + limit < hits.length ? encodeCursor([start + limit]) : null,
    total: hits.length,
    facets: countFacets(found, failing),
  }
}

function passes(entry: CatalogEntry, dimension: Dimension, wanted: string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true
  const values = valuesOf[dimension](entry)
  return wanted.some((value) => (dimension === 'field' ? hasField(values, value) : values.includes(value)))
}

/** `order_id` is found at any depth; `customer.name` and `/customer/name` name a whole path. */
function hasField(fields: readonly string[], wanted: string): boolean {
  const path = wanted.startsWith('/') ? pointerTokens(wanted).join('.') : wanted
  return fields.some(
    (field) => field === path || field.replaceAll('[]', '') === path || field.endsWith(`.${path}`),
  )
}

function sorted(
  found: Found[],
  sort: NonNullable<Query['sort']>,
  volumes: ReadonlyMap<string, Volume>,
): Found[] {
  // The search ranks already, and the entries come by name.
  if (sort === 'relevance') return found
  const name = (a: Found, b: Found) => (a.entry.row.name < b.entry.row.name ? -1 : 1)
  const lastDay = ({ entry }: Found) => volumes.get(entry.row.name)?.lastDay ?? 0
  if (sort === 'events') return found.sort((a, b) => lastDay(b) - lastDay(a) || name(a, b))
  if (sort === 'updated')
    return found.sort((a, b) => b.entry.row.updatedAt.localeCompare(a.entry.row.updatedAt) || name(a, b))
  return found.sort(name)
}

function countFacets(found: readonly Found[], failing: readonly Dimension[][]): Facets {
  const labelOf = (dimension: Dimension, entry: CatalogEntry, value: string) => {
    if (dimension === 'owner') return entry.row.owner?.name ?? 'No owner'
    if (dimension === 'domain') return entry.row.domain?.name ?? 'No domain'
    return value
  }
  const count = (dimension: Dimension): Facet[] => {
    const facets = new Map<string, Facet>()
    found.forEach(({ entry }, i) => {
      if (failing[i]!.some((other) => other !== dimension)) return
      for (const value of valuesOf[dimension](entry)) {
        const facet = facets.get(value)
        if (facet) facet.count++
        else facets.set(value, { value, label: labelOf(dimension, entry, value), count: 1 })
      }
    })
    return [...facets.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
  }
  return { kind: count('kind'), domain: count('domain'), owner: count('owner'), status: count('status') }
}
