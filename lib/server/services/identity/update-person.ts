import 'server-only'
import type { Person, PersonPatch } from '@/lib/contracts/person'
import { forgetActors } from '@/lib/server/identity/known-actors'
import { findPerson, updatePerson } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { resolveOwners } from '@/lib/server/services/resolve-references'

/**
 * Gives somebody a role and memberships, or lets them sign in no more: their sessions end and their tokens are good for
 * nothing. The last administrator stays one, or nobody could ever make another.
 * @throws Problem `person-not-found`, `owner-not-found`, `last-administrator`
 */
export async function changePerson(
  actor: Actor,
  { id, body }: { id: string; body: PersonPatch },
): Promise<Person> {
  authorize(actor, 'manage-people')
  const { owners, ...rest } = body
  const outcome = await updatePerson(
    id,
    { ...rest, ownerIds: owners && (await resolveOwners(owners)) },
    { by: actor, action: 'person-changed', subject: id, details: body },
  )
  if (outcome === 'not-found') throw personNotFound(id)
  if (outcome === 'last-administrator')
    throw problem(
      'last-administrator',
      'This is the only administrator who may sign in. Make somebody else one first.',
    )
  forgetActors()
  return (await findPerson(id))!
}

export const personNotFound = (id: string) =>
  problem('person-not-found', `There is nobody with the id "${id}".`)
