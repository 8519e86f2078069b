import 'server-only'
import { mailOfInvitation } from '@/lib/domain/review/write-mail'
import { mailSettings } from '@/lib/server/delivery/mail-transport'
import { ownAddress } from '@/lib/server/delivery/own-address'
import { insertMail } from '@/lib/server/stores/mail-store'
import { findPasswordHolder } from '@/lib/server/stores/person-store'

/**
 * Writes the link with which somebody who forgot their password chooses another one. It leads to our own address, never
 * to the one that the request came under. Whoever comes from the company's provider has no password, and gets none so.
 */
export async function mailNewPassword(personId: string, secret: string): Promise<void> {
  if (mailSettings() === null) return
  const to = await findPasswordHolder(personId)
  if (!to) return
  await insertMail({
    to,
    ...mailOfInvitation({ by: null, isNew: false, secret, good: 'an hour' }, ownAddress()),
  })
}
