import 'server-only'
import type { QuarantineQuery } from '@/lib/contracts/event'
import type { CallOutput } from '@/lib/contracts/routes'
import { findQuarantineGroup } from '@/lib/server/stores/quarantine-group-store'
import { countReasons, listQuarantined, readQuarantineUsage } from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { seesQuarantine } from './event-masks'
import { toGroup } from './list-quarantine-groups'
import { coverSaid } from './quarantine-cover'

const DEFAULT_PAGE = 100

/**
 * Messages that were no events, newest first, all of them or those of one group, by reason, and how much room they take.
 * Whoever may not see what is in a message cannot find it by that either.
 */
export async function listQuarantine(
  actor: Actor,
  { query }: { query: QuarantineQuery & { limit?: number } },
): Promise<CallOutput<'listQuarantine'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? DEFAULT_PAGE
  const before = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['number'])[0])
  const inside = seesQuarantine(actor)
  const group = query.group === undefined ? null : await findQuarantineGroup(query.group)
  const filter = { ...group?.key, q: query.q || undefined, inside }
  const code = query.code ?? group?.key.code
  const isNone = query.group !== undefined && (group === null || code !== group.key.code)
  const [found, usage, reasons] = await Promise.all([
    isNone ? [] : listQuarantined({ ...filter, code }, before, limit + 1),
    readQuarantineUsage(),
    before === null && !isNone ? countReasons(filter) : [],
  ])
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: inside ? items : items.map(coverSaid),
    next_cursor: found.length > limit && last ? encodeCursor([Number(last.id)]) : null,
    ...usage,
    reasons,
    group: group && toGroup(group, inside),
  }
}
