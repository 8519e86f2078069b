import 'server-only'
import type { EventType, Participant } from '@/lib/contracts/event-type'
import { wayFrom } from '@/lib/domain/news/leaving'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { listDeclarationsOfType, type DeclaredUse, type Role } from '@/lib/server/stores/declaration-store'
import { listOpenDrafts } from '@/lib/server/stores/draft-store'
import { listEventTypesOfEntity } from '@/lib/server/stores/event-type-store'
import { findOwner } from '@/lib/server/stores/owner-store'
import { readServiceNames } from '@/lib/server/stores/service-store'
import { readParticipants, readVolumes, type SeenUse } from '@/lib/server/stores/volume-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { toSummary } from './event-type-summary'
import { problem } from '@/lib/server/services/problem'

type ServiceNames = Awaited<ReturnType<typeof readServiceNames>>

/** One event type with everything its page shows at first sight. @throws Problem `event-type-not-found` */
export async function getEventType(actor: Actor, { name }: { name: string }): Promise<EventType> {
  authorize(actor, 'read')
  const { entries } = await currentCatalog()
  const entry = entries.get(name)
  if (!entry) throw eventTypeNotFound(name)
  const { row } = entry
  const [declared, seen, services, owner, sisters, drafts, volumes] = await Promise.all([
    listDeclarationsOfType(row.id),
    readParticipants(name),
    readServiceNames(),
    row.owner ? findOwner(row.owner.slug) : null,
    row.kind === 'cud' && row.entity !== null ? listEventTypesOfEntity(row.entity) : [],
    listOpenDrafts(name),
    readVolumes(),
  ])
  return {
    ...toSummary(entry, volumes.get(name)),
    owner_contact: owner && { email: owner.email, chat: owner.chat, on_call: owner.on_call, url: owner.url },
    producers: participants('producer', declared, seen, services),
    consumers: participants('consumer', declared, seen, services),
    status_since: row.statusSince,
    status_reason: row.statusReason,
    successors: wayFrom(name, (one) => entries.get(one)?.row.successor ?? null).map((successor) => ({
      name: successor,
      status: entries.get(successor)?.row.status ?? 'active',
    })),
    replaces: [...entries.values()]
      .filter((other) => other.row.successor === name)
      .map((other) => ({ name: other.row.name, status: other.row.status })),
    sisters: sisters.filter((sister) => sister.name !== name),
    open_drafts: drafts,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  }
}

export function eventTypeNotFound(name: string) {
  return problem(
    'event-type-not-found',
    `The catalog has no event type "${name}". Search the catalog, or register it.`,
  )
}

/** Declared by hand first, then those only seen in the events. */
function participants(
  role: Role,
  declared: readonly DeclaredUse[],
  seen: readonly SeenUse[],
  names: ServiceNames,
): Participant[] {
  const mine = declared.filter((use) => use.role === role)
  const counts = new Map(seen.filter((use) => use.role === role).map((use) => [use.service, use.count]))
  const slugs = [...new Set([...mine.map((use) => use.service), ...counts.keys()])]
  return slugs.map((slug) => {
    const use = mine.find((candidate) => candidate.service === slug)
    return {
      service: slug,
      name: names.get(slug)?.name ?? slug,
      owner: names.get(slug)?.owner ?? null,
      declared: use !== undefined,
      seen: counts.get(slug) ?? 0,
      fields: use?.fields ?? [],
      note: use?.note ?? '',
    }
  })
}
