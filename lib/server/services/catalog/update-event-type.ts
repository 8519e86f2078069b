import 'server-only'
import type { EventType, EventTypePatch } from '@/lib/contracts/event-type'
import { isNewToConsumers } from '@/lib/domain/news/leaving'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { recordDeed } from '@/lib/server/stores/audit-store'
import { isAmongItsSuccessors, lockEventType, updateEventType } from '@/lib/server/stores/event-type-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { entityOf } from './entity-of'
import {
  changedLeaving,
  circleOfSuccessors,
  leavingColumns,
  leavingOf,
  refuseSuccessor,
} from './event-type-leaving'
import { eventTypeSubject } from './event-type-subject'
import { eventTypeNotFound, getEventType } from './get-event-type'
import { doerOf } from '@/lib/server/services/proposal/hold-proposal'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'
import { readAudienceOfType, tellOfLeaving } from '@/lib/server/services/inbox/tell-people'

/**
 * Describes an event type. Where it is to be left, its owner and its consumers are told.
 * @throws Problem `event-type-not-found` also for a successor, `not-a-successor`, `owner-not-found`, `domain-not-found`
 */
export async function changeEventType(
  actor: Actor,
  { name, body }: { name: string; body: EventTypePatch },
): Promise<EventType> {
  authorize(actor, 'edit-catalog', await eventTypeSubject(name))
  const catalog = await currentCatalog()
  const row = catalog.entries.get(name)?.row
  const { kind, entity, operation, status, description, owner, domain, successor } = body
  const before = leavingOf(row)
  const after = changedLeaving(before, body)
  // One that stands already may have been retired since: its own successor is shown behind it.
  if (typeof successor === 'string' && successor !== before.successor)
    refuseSuccessor(catalog, name, successor)
  const change = {
    ...{ kind, entity, operation, status, description },
    ...leavingColumns(catalog, before, after, new Date()),
    // A type that becomes a CUD event has the entity that is said, else the one it had, else the one in its name.
    ...(kind === 'cud'
      ? entityOf(name, 'cud', {
          entity: entity ?? row?.entity,
          operation: operation ?? row?.operation,
        })
      : {}),
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  }
  const audience = isNewToConsumers(before, after) ? await readAudienceOfType(name) : null
  await inTransaction(async (transaction) => {
    const described = await lockEventType(transaction, name)
    if (!described) throw eventTypeNotFound(name)
    await updateEventType(transaction, name, change)
    if (typeof successor === 'string' && (await isAmongItsSuccessors(transaction, name)))
      throw circleOfSuccessors(name, successor)
    await recordChange(
      transaction,
      { by: actor, action: 'event-type-changed', subject: name },
      { ...described },
      { kind, entity: change.entity, operation: change.operation, description, owner, domain },
    )
    if (after.status !== before.status || audience)
      await recordDeed(transaction, {
        by: actor,
        action: 'event-type-status-changed',
        subject: name,
        details: { ...after },
      })
    if (audience)
      await tellOfLeaving(transaction, {
        by: doerOf(actor),
        eventType: name,
        version: null,
        leaving: after,
        ...audience,
      })
  })
  return getEventType(actor, { name })
}
