import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import type { CatalogFilter } from './event-type-queries'

const several = parseAsArrayOf(parseAsString).withDefault([]).withOptions({ history: 'push' })

/** The catalog's state as it stands in the address. */
export const catalogParsers = {
  q: parseAsString.withDefault(''),
  kind: several,
  domain: several,
  owner: several,
  status: several,
  service: several,
  field: several,
  sort: parseAsStringLiteral(['relevance', 'name', 'events', 'updated']).withOptions({ history: 'push' }),
  /** The event type in the panel at the side. */
  peek: parseAsString,
  /** Whether the dialog for a new event type is open. */
  new: parseAsBoolean.withDefault(false),
}

export const loadCatalogState = createLoader(catalogParsers)
export type CatalogState = Awaited<ReturnType<typeof loadCatalogState>>

export const FILTERS = ['kind', 'domain', 'owner', 'status', 'service', 'field'] as const
export type FilterName = (typeof FILTERS)[number]

/** The part of the state that narrows and orders the list. */
export function filterOf({
  q,
  kind,
  domain,
  owner,
  status,
  service,
  field,
  sort,
}: CatalogState): CatalogFilter {
  return { q: q.trim(), kind, domain, owner, status, service, field, sort: sort ?? undefined }
}
