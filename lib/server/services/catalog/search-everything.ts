import 'server-only'
import type { SearchHit } from '@/lib/contracts/search'
import { isIdentifier } from '@/lib/domain/envelope/identifier'
import { fold } from '@/lib/domain/search/tokens'
import { currentCatalog, type CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import { findById, type FoundById } from '@/lib/server/stores/event-lookup-store'
import { listDomains } from '@/lib/server/stores/domain-store'
import { listOwners } from '@/lib/server/stores/owner-store'
import { listServices } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { findEntitiesWithKey } from '@/lib/server/services/entity/find-entities-with-key'
import { findOneChain, type FoundEvents } from '@/lib/server/services/chain/find-one-chain'

const DEFAULT_LIMIT = 20
const NO_ID: FoundById = { event: false, child: null, traceEvents: 0, keyChains: 0 }
const NOTHING: FoundEvents = { any: false, first: null }
/** People and systems are few: all of them are looked through. */
const ALL = 10_000

/** What the palette finds: an event, trace or business key whose id was pasted, then the catalog's words. */
export async function searchEverything(
  actor: Actor,
  { query }: { query: { q: string; limit?: number } },
): Promise<{ hits: SearchHit[] }> {
  authorize(actor, 'read')
  const words = query.q.trim()
  if (words === '') return { hits: [] }
  const [catalog, ids, owners, services, domains] = await Promise.all([
    currentCatalog(),
    isIdentifier(words) ? findById(words) : NO_ID,
    listOwners(undefined, ALL),
    listServices(undefined, ALL),
    listDomains(undefined, ALL),
  ])
  // Fields that are sensitive now may have been indexed before: only the events tell whether they are found by this.
  const [key, trace] = await Promise.all([
    ids.keyChains > 0 ? findOneChain(actor, { key: words }) : NOTHING,
    ids.traceEvents > 0 ? findOneChain(actor, { trace_id: words }) : NOTHING,
  ])
  const entities = key.any ? await findEntitiesWithKey(actor, words) : []
  const encoded = encodeURIComponent(words)
  const chainHit = (kind: 'trace' | 'key', { first }: FoundEvents, subtitle: string): SearchHit[] =>
    first === null ? [] : [{ kind, title: words, subtitle, href: `/events/${encodeURIComponent(first)}` }]
  const hits: SearchHit[] = [
    ...(ids.event
      ? [
          {
            kind: 'event' as const,
            title: words,
            subtitle: 'Event: open its chain',
            href: `/events/${encoded}`,
          },
        ]
      : []),
    ...(ids.child === null
      ? []
      : [
          {
            kind: 'event' as const,
            title: words,
            subtitle: 'Never received: open the chain of what names it as its parent',
            href: `/events/${encodeURIComponent(ids.child)}`,
          },
        ]),
    ...chainHit('trace', trace, 'Trace: open its chain'),
    ...(ids.traceEvents > 0
      ? [
          {
            kind: 'trace' as const,
            title: words,
            subtitle: `Trace with ${ids.traceEvents} events`,
            href: `/explore?trace_id=${encoded}`,
          },
        ]
      : []),
    ...chainHit('key', key, 'Business key: open its chain'),
    ...(key.any
      ? [
          {
            kind: 'key' as const,
            title: words,
            subtitle: 'Business key: the events that carry it',
            href: `/explore?key=${encoded}`,
          },
        ]
      : []),
    ...entities.map((entity) => ({
      kind: 'key' as const,
      title: words,
      subtitle: `${entity}: its state and its history`,
      href: `/entities/${encodeURIComponent(entity)}/${encoded}`,
    })),
    ...catalogHits(catalog, words),
    ...owners.filter(named(words)).map((owner) => ({
      kind: 'owner' as const,
      title: owner.name,
      subtitle: owner.slug,
      href: `/owners/${encodeURIComponent(owner.slug)}`,
    })),
    ...services.filter(named(words)).map((service) => ({
      kind: 'service' as const,
      title: service.name,
      subtitle: service.slug,
      href: `/services/${encodeURIComponent(service.slug)}`,
    })),
    ...domains.filter(named(words)).map((domain) => ({
      kind: 'domain' as const,
      title: domain.name,
      subtitle: domain.slug,
      href: `/domains/${encodeURIComponent(domain.slug)}`,
    })),
  ]
  return { hits: hits.slice(0, query.limit ?? DEFAULT_LIMIT) }
}

function named(words: string) {
  const wanted = fold(words)
  return ({ slug, name }: { slug: string; name: string }) =>
    fold(name).includes(wanted) || fold(slug).includes(wanted)
}

function catalogHits(catalog: CatalogIndex, words: string): SearchHit[] {
  return catalog.search
    .search(words)
    .slice(0, 12)
    .map((hit): SearchHit => {
      const matches = hit.matches()
      const field = matches.find((match) => match.in === 'field')
      const inName = matches.some((match) => match.in === 'name')
      const href = `/catalog/${encodeURIComponent(hit.name)}`
      if (field && !inName)
        return {
          kind: 'field',
          title: hit.name,
          subtitle: `field ${field.text}`,
          href: `${href}?tab=schema&field=${encodeURIComponent(field.text)}`,
        }
      return {
        kind: 'event-type',
        title: hit.name,
        subtitle: catalog.entries.get(hit.name)?.row.description ?? '',
        href,
      }
    })
}
