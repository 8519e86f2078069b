import 'server-only'
import type { ToldItem } from '@/lib/domain/review/write-mail'
import type { Because, InboxKind } from '@/lib/domain/review/who-is-told'
import { prisma } from '@/lib/server/database/connection'
import { insertMails, type NewMail } from './mail-store'

/** The hour of the day, in UTC, up to which a daily mail tells. */
const HOUR = 6
/** A mail that lists more is read by nobody; the inbox has the rest. */
const MOST_ITEMS = 100

interface DueRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly since: Date
  readonly until: Date
}

/**
 * Writes the daily mail of one person to whom something happened that they have not read, up to the last six o'clock.
 * Of several servers at once each takes another person. @returns false where nobody is left
 */
export async function writeNextDigest(
  compose: (items: ToldItem[], to: NewMail['to']) => NewMail,
): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const [due] = await transaction.$queryRaw<DueRow[]>`
      SELECT p.id, p.name, p.email, coalesce(p.digested_at, p.created_at) AS since, six.at AS until
        FROM person p,
             (SELECT (date_trunc('day', now() AT TIME ZONE 'UTC' - make_interval(hours => ${HOUR}))
                      + make_interval(hours => ${HOUR})) AT TIME ZONE 'UTC' AS at) six
       WHERE p.told_by_mail = 'daily' AND p.deactivated_at IS NULL AND NOT p.is_demo
         AND EXISTS (SELECT FROM inbox_item i WHERE i.person_id = p.id AND i.read_at IS NULL
                        AND i.at > coalesce(p.digested_at, p.created_at) AND i.at <= six.at)
       LIMIT 1 FOR NO KEY UPDATE OF p SKIP LOCKED`
    if (!due) return false
    const rows = await transaction.inboxItem.findMany({
      where: { personId: due.id, readAt: null, at: { gt: due.since, lte: due.until } },
      orderBy: { id: 'asc' },
      take: MOST_ITEMS,
    })
    const items = rows.map((row) => ({
      kind: row.kind as InboxKind,
      because: row.because as Because,
      eventType: row.eventType,
      webhook: row.webhook,
      version: row.version,
      proposal: row.draftId,
      body: row.body,
      by: row.byName,
    }))
    await insertMails(transaction, [compose(items, { name: due.name, email: due.email })])
    await transaction.person.update({ where: { id: due.id }, data: { digestedAt: due.until } })
    return true
  })
}
