import 'server-only'
import type { EventType, NewEventType } from '@/lib/contracts/event-type'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { insertEventType } from '@/lib/server/stores/event-type-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { entityOf } from './entity-of'
import { changedLeaving, leavingColumns, leavingOf, refuseSuccessor } from './event-type-leaving'
import { getEventType } from './get-event-type'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'

/**
 * Registers an event type. For a CUD event the entity and the operation are read from its name where they are not
 * given. A name that breaks a rule is registered all the same: the catalog shows what is there, findings say what is wrong.
 * @throws Problem `already-exists`, `event-type-not-found` and `not-a-successor` for what comes after it, `owner-not-found`, `domain-not-found`
 */
export async function createEventType(actor: Actor, { body }: { body: NewEventType }): Promise<EventType> {
  authorize(actor, 'edit-catalog', { owner: body.owner ?? null })
  const { name, kind, status, description, owner, domain, successor } = body
  const catalog = await currentCatalog()
  const before = leavingOf(undefined)
  const leaving = changedLeaving(before, body)
  if (typeof successor === 'string') refuseSuccessor(catalog, name, successor)
  const row = {
    ...{ name, kind, status, description },
    ...entityOf(name, kind, body),
    ...leavingColumns(catalog, before, leaving, new Date()),
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  }
  await inTransaction(async (transaction) => {
    if (!(await insertEventType(row, transaction)))
      throw problem('already-exists', `The catalog has an event type "${name}" already.`, [
        { pointer: '/name', code: 'already-exists', message: 'This name is taken' },
      ])
    const { entity, operation } = row
    const said = { kind, entity, operation, status, owner, domain, description }
    const deed = { by: actor, action: 'event-type-registered', subject: name } as const
    await recordChange(transaction, deed, null, said)
  })
  return getEventType(actor, { name })
}
