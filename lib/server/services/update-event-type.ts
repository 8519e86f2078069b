import 'server-only'
import type { EventType, EventTypePatch } from '@/lib/contracts/event-type'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { updateEventType } from '@/lib/server/stores/event-type-store'
import { authorize, type Actor } from './actor'
import { eventTypeSubject } from './event-type-subject'
import { entityOf } from './entity-of'
import { eventTypeNotFound, getEventType } from './get-event-type'
import { resolveDomain, resolveOwner } from './resolve-references'

/** @throws Problem `event-type-not-found`, `owner-not-found`, `domain-not-found` */
export async function changeEventType(
  actor: Actor,
  { name, body }: { name: string; body: EventTypePatch },
): Promise<EventType> {
  authorize(actor, 'edit-catalog', await eventTypeSubject(name))
  const { owner, domain, ...rest } = body
  const before = (await currentCatalog()).entries.get(name)?.row
  const { status } = body
  const isMoved = status !== undefined && status !== before?.status
  const change = {
    ...rest,
    // A type that becomes a CUD event has the entity that is said, else the one it had, else the one in its name.
    ...(body.kind === 'cud'
      ? entityOf(name, 'cud', {
          entity: body.entity ?? before?.entity,
          operation: body.operation ?? before?.operation,
        })
      : {}),
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  }
  const deed = { by: actor, action: 'event-type-status-changed', subject: name, details: { status } } as const
  const found = await updateEventType(name, change, isMoved ? deed : undefined)
  if (!found) throw eventTypeNotFound(name)
  return getEventType(actor, { name })
}
