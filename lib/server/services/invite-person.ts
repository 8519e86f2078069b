import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Invitation } from '@/lib/contracts/person'
import { findPerson, insertInvitation } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'
import { personNotFound } from './update-person'

const LIFE_MS = 3 * 86_400_000

/**
 * A link with which somebody chooses a password, at first or because they forgot it. We send no mail: whoever made it
 * hands it over. It is good once, for three days, and an older one of theirs no more.
 * @throws Problem `person-not-found`, `forbidden` for whoever may not sign in
 */
export async function invitePerson(actor: Actor, { id }: { id: string }): Promise<Invitation> {
  authorize(actor, 'manage-people')
  const person = await findPerson(id)
  if (!person) throw personNotFound(id)
  if (!person.active) throw problem('forbidden', `${person.name} may not sign in. Let them in again first.`)
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + LIFE_MS)
  await insertInvitation(id, secret, expiresAt, {
    by: actor,
    action: 'person-invited',
    subject: person.email,
  })
  return { href: `/sign-in?invitation=${secret}`, expires_at: expiresAt.toISOString() }
}
