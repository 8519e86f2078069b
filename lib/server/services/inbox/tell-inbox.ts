import 'server-only'
import { mailOfItem } from '@/lib/domain/review/write-mail'
import type { Transaction } from '@/lib/server/database/connection'
import { mailSettings } from '@/lib/server/delivery/mail-transport'
import { ownAddress } from '@/lib/server/delivery/own-address'
import { insertInboxItems, type NewInboxItem } from '@/lib/server/stores/inbox-store'
import { insertMails } from '@/lib/server/stores/mail-store'
import { listMailedAtOnce } from '@/lib/server/stores/person-store'

/**
 * Lays what happened into the inboxes of those it concerns, and writes a mail to those who want one at once, where mail
 * is set up.
 */
export async function tellInbox(transaction: Transaction, items: readonly NewInboxItem[]): Promise<void> {
  await insertInboxItems(transaction, items)
  if (items.length === 0 || mailSettings() === null) return
  const people = await listMailedAtOnce(
    transaction,
    items.map(({ personId }) => personId),
  )
  const mails = items.flatMap(
    ({ personId, version = null, draftId = null, webhook = null, body = '', byName, ...item }) => {
      const to = people.get(personId)
      if (!to) return []
      return [
        {
          to,
          ...mailOfItem({ ...item, webhook, version, proposal: draftId, body, by: byName }, ownAddress()),
        },
      ]
    },
  )
  await insertMails(transaction, mails)
}
