import 'server-only'
import type { DeclarationBody, EventType } from '@/lib/contracts/event-type'
import { deleteDeclaration, putDeclaration, type Role } from '@/lib/server/stores/declaration-store'
import { findEventTypeId } from '@/lib/server/stores/event-type-store'
import { findService } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventTypeNotFound, getEventType } from './get-event-type'
import { problem } from '@/lib/server/services/problem'

interface Pair {
  name: string
  service: string
}

/** Says by hand that a service produces, or consumes, an event type. Saying it again changes the facts. */
export function declareParticipant(role: Role) {
  return async (
    actor: Actor,
    { name, service, body }: Pair & { body: DeclarationBody },
  ): Promise<EventType> => {
    const eventTypeId = await speakFor(actor, { name, service })
    await putDeclaration({ eventTypeId, service, role }, body, {
      by: actor,
      subject: name,
      details: { service, role },
    })
    return getEventType(actor, { name })
  }
}

/** Takes a declaration back. What is seen in the events stays seen. */
export function removeParticipant(role: Role) {
  return async (actor: Actor, { name, service }: Pair): Promise<undefined> => {
    const eventTypeId = await speakFor(actor, { name, service })
    await deleteDeclaration(
      { eventTypeId, service, role },
      { by: actor, subject: name, details: { service, role } },
    )
  }
}

/**
 * What a service uses is its owner's to say, now: who gives a service away gives that with it.
 * @returns the event type's id
 */
async function speakFor(actor: Actor, { name, service }: Pair): Promise<number> {
  const known = await findService(service)
  // Whoever may speak for what nobody owns is told that there is no such service; all others are not.
  authorize(actor, 'declare', { owner: known?.owner?.slug ?? null })
  const eventTypeId = await findEventTypeId(name)
  if (eventTypeId === null) throw eventTypeNotFound(name)
  if (!known)
    throw problem('service-not-found', `There is no service "${service}". Add it under Services first.`)
  return eventTypeId
}
