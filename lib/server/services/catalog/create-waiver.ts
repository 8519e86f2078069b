import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NewWaiver, Waiver } from '@/lib/contracts/waiver'
import { isWaivable } from '@/lib/domain/lint/waive'
import { insertWaiver, listOpenWaivers } from '@/lib/server/stores/waiver-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventTypeSubject } from './event-type-subject'
import { problem } from '@/lib/server/services/problem'

/**
 * Waives a finding: it stays visible with who, when and why, and holds nothing up.
 * @throws Problem `not-waivable`, `already-exists`
 */
export async function createWaiver(
  actor: Actor,
  { name, body }: { name: string; body: NewWaiver },
): Promise<Waiver> {
  authorize(actor, 'publish', await eventTypeSubject(name))
  if (!isWaivable(body.rule)) {
    throw problem(
      'not-waivable',
      `What "${body.rule}" finds cannot be waived: without it there is no schema to check events by. Correct the schema.`,
      [{ pointer: '/rule', code: 'not-waivable', message: 'This rule cannot be waived' }],
    )
  }
  const same = (await listOpenWaivers(name)).find(
    ({ rule, path, message }) =>
      rule === body.rule && path === body.path && (path !== '' || message === body.message),
  )
  if (same) {
    throw problem(
      'already-exists',
      `${same.created_by} has waived this already: ${same.reason} Take that waiver back first to give another reason.`,
    )
  }
  return insertWaiver(
    { ...body, id: randomUUID(), eventTypeName: name, createdBy: actor.name },
    { by: actor, action: 'waiver-given', subject: name, details: body },
  )
}
