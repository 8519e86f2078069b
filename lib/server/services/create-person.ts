import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NewPerson, Person } from '@/lib/contracts/person'
import { isDemoDatabase } from '@/lib/server/identity/demo-database'
import { findPerson, insertPerson } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'
import { resolveOwner } from './resolve-references'

/**
 * Adds somebody who may sign in. The demo's people are taken in its own database only: there one click is enough.
 * @throws Problem `already-exists`, `owner-not-found`, `forbidden`
 */
export async function createPerson(actor: Actor, { body }: { body: NewPerson }): Promise<Person> {
  authorize(actor, 'manage-people')
  if (body.demo && !isDemoDatabase())
    throw problem(
      'forbidden',
      'People who sign in with one click belong to the demo; this is no demo database.',
    )
  const ownerIds = await Promise.all((body.owners ?? []).map((slug) => resolveOwner(slug)))
  const id = randomUUID()
  const isNew = await insertPerson({
    id,
    name: body.name,
    email: body.email,
    role: body.role ?? 'reader',
    isDemo: body.demo ?? false,
    ownerIds: ownerIds.filter((ownerId) => typeof ownerId === 'number'),
  })
  if (!isNew)
    throw problem('already-exists', `Somebody has the e-mail address ${body.email} already.`, [
      { pointer: '/email', code: 'already-exists', message: 'This address is taken' },
    ])
  return (await findPerson(id))!
}
