import 'server-only'
import type { Because } from '@/lib/domain/review/who-is-told'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { listActivePeople } from '@/lib/server/stores/person-store'
import { switchOff } from '@/lib/server/stores/webhook-store'
import { tellInbox } from '@/lib/server/services/inbox/tell-inbox'
import { webhookOf } from './webhook-of'

/**
 * Switches a webhook off that takes nothing any more, and tells those who can mend it: administrators, and the people of
 * the owner whose news it carries. Whoever relies on it would otherwise wait for messages that never come.
 */
export async function giveUpWebhook(id: string, reason: string): Promise<void> {
  const { name, owner } = await webhookOf(id)
  const people = await listActivePeople()
  const told = people.flatMap(({ id: personId, role, owners }): { personId: string; because: Because }[] => {
    if (role === 'administrator') return [{ personId, because: 'administrator' }]
    return owner !== null && owners.includes(owner) ? [{ personId, because: 'hears' }] : []
  })
  await inTransaction(async (transaction) => {
    if (!(await switchOff(transaction, id, reason))) return
    await tellInbox(
      transaction,
      told.map((whom) => ({
        ...whom,
        kind: 'webhook-off',
        eventType: null,
        webhook: name,
        body: reason,
        byName: 'Pasttense',
      })),
    )
  })
}
