import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Invitation } from '@/lib/contracts/person'
import { mailOfInvitation } from '@/lib/domain/review/write-mail'
import { mailSettings } from '@/lib/server/delivery/mail-transport'
import { ownAddress } from '@/lib/server/delivery/own-address'
import { findPerson, insertInvitation } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { personNotFound } from './update-person'

const LIFE_MS = 3 * 86_400_000

/**
 * A link with which somebody chooses a password, at first or because they forgot it. It is mailed where mail is set up,
 * and else handed over by whoever made it. It is good once, for three days, and an older one of theirs no more.
 * @throws Problem `person-not-found`, `forbidden` for whoever may not sign in
 */
export async function invitePerson(actor: Actor, { id }: { id: string }): Promise<Invitation> {
  authorize(actor, 'manage-people')
  const person = await findPerson(id)
  if (!person) throw personNotFound(id)
  if (!person.active) throw problem('forbidden', `${person.name} may not sign in. Let them in again first.`)
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + LIFE_MS)
  const { name, email } = person
  const mailed = mailSettings() !== null && !person.demo
  const text = { by: actor.name, isNew: !person.has_signed_in, secret, good: '3 days' }
  const mails = mailed ? [{ to: { name, email }, ...mailOfInvitation(text, ownAddress()) }] : []
  await insertInvitation(id, secret, expiresAt, mails, {
    by: actor,
    action: 'person-invited',
    subject: email,
  })
  return { href: `/sign-in?invitation=${secret}`, expires_at: expiresAt.toISOString(), mailed }
}
