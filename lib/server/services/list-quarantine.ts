import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listQuarantined, readQuarantineUsage } from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from './actor'
import { decodeCursor, encodeCursor } from './cursor'
import { seesQuarantine } from './event-masks'
import { coverSaid } from './quarantine-cover'

const DEFAULT_PAGE = 100

/** Messages that were no events, newest first, and how much room they take. */
export async function listQuarantine(
  actor: Actor,
  { query }: { query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listQuarantine'>> {
  authorize(actor, 'read')
  const limit = query.limit ?? DEFAULT_PAGE
  const before = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['number'])[0])
  const [found, usage] = await Promise.all([listQuarantined(before, limit + 1), readQuarantineUsage()])
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: seesQuarantine(actor) ? items : items.map(coverSaid),
    next_cursor: found.length > limit && last ? encodeCursor([Number(last.id)]) : null,
    ...usage,
  }
}
