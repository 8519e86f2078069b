import 'server-only'
import type { AuditQuery } from '@/lib/contracts/audit'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { listAuditEntries } from '@/lib/server/stores/audit-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** Who did what, newest first. @throws Problem `invalid-cursor` */
export async function listAudit(
  actor: Actor,
  { query }: { query: AuditQuery },
): Promise<CallOutput<'listAudit'>> {
  authorize(actor, 'read-audit')
  const { cursor, limit = MAX_PAGE, ...filter } = query
  const before = cursor === undefined ? undefined : decodeCursor(cursor, ['number'])[0]
  const items = await listAuditEntries(filter, before, limit + 1)
  const page = items.slice(0, limit)
  return { items: page, next_cursor: items.length > limit ? encodeCursor([page.at(-1)!.id]) : null }
}
