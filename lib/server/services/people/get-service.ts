import 'server-only'
import type { ServiceDetail, ServiceUse } from '@/lib/contracts/people'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { listDeclarationsOfService, type Role } from '@/lib/server/stores/declaration-store'
import { findService } from '@/lib/server/stores/service-store'
import { readSeenUsesOfService } from '@/lib/server/stores/volume-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/** With what it produces and consumes, declared by hand and seen in the events. @throws Problem `service-not-found` */
export async function getService(actor: Actor, { slug }: { slug: string }): Promise<ServiceDetail> {
  authorize(actor, 'read')
  const service = await findService(slug)
  if (!service) throw problem('service-not-found', `There is no service "${slug}".`)
  const [declared, seen, catalog] = await Promise.all([
    listDeclarationsOfService(slug),
    readSeenUsesOfService(slug),
    currentCatalog(),
  ])
  const usesAs = (role: Role): ServiceUse[] => {
    const names = new Set(
      [...declared, ...seen].filter((use) => use.role === role).map((use) => use.eventType),
    )
    return [...names].sort().map((name) => ({
      event_type: name,
      kind: catalog.entries.get(name)?.row.kind ?? 'domain',
      status: catalog.entries.get(name)?.row.status ?? 'active',
      successor: catalog.entries.get(name)?.row.successor ?? null,
      declared: declared.some((use) => use.role === role && use.eventType === name),
      seen: seen.find((use) => use.role === role && use.eventType === name)?.count ?? 0,
    }))
  }
  return { ...service, produces: usesAs('producer'), consumes: usesAs('consumer') }
}
