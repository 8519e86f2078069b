import 'server-only'
import type { DeclarationBody, EventType } from '@/lib/contracts/event-type'
import { deleteDeclaration, putDeclaration, type Role } from '@/lib/server/stores/declaration-store'
import { findEventTypeId } from '@/lib/server/stores/event-type-store'
import { findServiceId } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from './actor'
import { eventTypeNotFound, getEventType } from './get-event-type'
import { problem } from './problem'

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
    authorize(actor, 'declare')
    const [eventTypeId, serviceId] = await findPair({ name, service })
    await putDeclaration(eventTypeId, serviceId, role, body)
    return getEventType(actor, { name })
  }
}

/** Takes a declaration back. What is seen in the events stays seen. */
export function removeParticipant(role: Role) {
  return async (actor: Actor, pair: Pair): Promise<undefined> => {
    authorize(actor, 'declare')
    const [eventTypeId, serviceId] = await findPair(pair)
    await deleteDeclaration(eventTypeId, serviceId, role)
  }
}

async function findPair({ name, service }: Pair): Promise<[number, number]> {
  const [eventTypeId, serviceId] = await Promise.all([findEventTypeId(name), findServiceId(service)])
  if (eventTypeId === null) throw eventTypeNotFound(name)
  if (serviceId === null)
    throw problem('service-not-found', `There is no service "${service}". Add it under Services first.`)
  return [eventTypeId, serviceId]
}
