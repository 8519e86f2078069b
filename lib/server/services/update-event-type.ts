import 'server-only'
import type { EventType, EventTypePatch } from '@/lib/contracts/event-type'
import { updateEventType } from '@/lib/server/stores/event-type-store'
import { authorize, type Actor } from './actor'
import { eventTypeNotFound, getEventType } from './get-event-type'
import { resolveDomain, resolveOwner } from './resolve-references'

/** @throws Problem `event-type-not-found`, `owner-not-found`, `domain-not-found` */
export async function changeEventType(
  actor: Actor,
  { name, body }: { name: string; body: EventTypePatch },
): Promise<EventType> {
  authorize(actor, 'edit-catalog')
  const { owner, domain, ...rest } = body
  const found = await updateEventType(name, {
    ...rest,
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  })
  if (!found) throw eventTypeNotFound(name)
  return getEventType(actor, { name })
}
