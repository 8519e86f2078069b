import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NewPerson, Person } from '@/lib/contracts/person'
import { isDemoDatabase } from '@/lib/server/identity/demo-database'
import { findPerson, insertPerson } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { resolveOwners } from '@/lib/server/services/resolve-references'

/**
 * Adds somebody who may sign in. The demo's people are taken in its own database only: there one click is enough.
 * @throws Problem `already-exists`, `owner-not-found`, `forbidden`
 */
export async function createPerson(actor: Actor, { body }: { body: NewPerson }): Promise<Person> {
  authorize(actor, 'manage-people')
  const { name, email, role = 'reader', owners = [], demo = false } = body
  if (demo && !isDemoDatabase())
    throw problem(
      'forbidden',
      'People who sign in with one click belong to the demo; this is no demo database.',
    )
  const id = randomUUID()
  const isNew = await insertPerson(
    { id, name, email, role, isDemo: demo, ownerIds: await resolveOwners(owners) },
    { by: actor, action: 'person-added', subject: email, details: { name, role, owners } },
  )
  if (!isNew)
    throw problem('already-exists', `Somebody has the e-mail address ${email} already.`, [
      { pointer: '/email', code: 'already-exists', message: 'This address is taken' },
    ])
  return (await findPerson(id))!
}
