import 'server-only'
import type { SchemaVersion, VersionPatch } from '@/lib/contracts/schema-version'
import { isNewToConsumers } from '@/lib/domain/news/leaving'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { setVersionStatus } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventTypeSubject } from '@/lib/server/services/catalog/event-type-subject'
import { getVersion } from './get-version'
import { doerOf } from '@/lib/server/services/proposal/hold-proposal'
import { problem } from '@/lib/server/services/problem'
import { readAudienceOfType, tellOfLeaving } from '@/lib/server/services/inbox/tell-people'

/**
 * Deprecates or retires a version, or makes it active again, which clears reason, successor and date. Its schema never changes.
 * @throws Problem `event-type-not-found`, `version-not-found` also for a successor that is none
 */
export async function updateVersion(
  actor: Actor,
  { name, version, body }: { name: string; version: string; body: VersionPatch },
): Promise<SchemaVersion> {
  authorize(actor, 'publish', await eventTypeSubject(name))
  const before = await getVersion(actor, { name, version })
  const after = { ...pick(before), ...body }
  if (typeof body.successor === 'string') await refuseSuccessor(actor, before, body.successor)
  const audience = isNewToConsumers(pick(before), after) ? await readAudienceOfType(name) : null
  await inTransaction(async (transaction) => {
    const patch = after.status === 'active' ? { status: after.status } : after
    await setVersionStatus(transaction, before.id, patch, {
      by: actor,
      action: 'version-status-changed',
      subject: `${before.event_type} ${before.label}`,
      details: patch,
    })
    if (!audience) return
    await tellOfLeaving(transaction, {
      by: doerOf(actor),
      eventType: name,
      version: before.label,
      leaving: after,
      ...audience,
    })
  })
  return getVersion(actor, { name, version: before.label })
}

function pick({ status, status_reason, successor, retires_on }: SchemaVersion): Required<VersionPatch> {
  return { status, status_reason, successor, retires_on }
}

async function refuseSuccessor(
  actor: Actor,
  { event_type, label }: SchemaVersion,
  wanted: string,
): Promise<void> {
  const successor = await getVersion(actor, { name: event_type, version: wanted })
  if (successor.label === wanted && wanted !== label) return
  throw problem(
    'version-not-found',
    `"${wanted}" cannot follow ${label}: name another published version by its label.`,
    [{ pointer: '/successor', code: 'version-not-found', message: 'Name another version by its label' }],
  )
}
