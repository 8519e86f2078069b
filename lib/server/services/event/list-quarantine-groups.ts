import 'server-only'
import type { QuarantineGroup, QuarantineGroupQuery } from '@/lib/contracts/event'
import type { CallOutput } from '@/lib/contracts/routes'
import {
  listQuarantineGroups as readGroups,
  type StoredGroup,
} from '@/lib/server/stores/quarantine-group-store'
import { countReasons, readQuarantineUsage } from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { seesQuarantine } from './event-masks'
import { coverSaid, withoutQuote } from './quarantine-cover'

const DEFAULT_PAGE = 50

/**
 * Messages that were no events, one line for all that say the same: one sender's mistake makes thousands. Those that came
 * last first. Whoever may not see what is in a message cannot find its group by that either.
 */
export async function listQuarantineGroups(
  actor: Actor,
  { query }: { query: QuarantineGroupQuery & { limit?: number } },
): Promise<CallOutput<'listQuarantineGroups'>> {
  authorize(actor, 'read')
  const { cursor, limit = DEFAULT_PAGE, q, code, ...rest } = query
  const before = cursor === undefined ? null : decodeCursor(cursor, ['number', 'number'])
  const inside = seesQuarantine(actor)
  const filter = { ...rest, q: q || undefined, inside }
  const [found, usage, reasons] = await Promise.all([
    readGroups({ ...filter, code }, before, limit + 1),
    readQuarantineUsage(),
    before === null ? countReasons(filter) : [],
  ])
  const groups = found.slice(0, limit)
  const last = groups.at(-1)
  return {
    items: groups.map((stored) => toGroup(stored, inside)),
    next_cursor: found.length > limit && last ? encodeCursor([last.lastUs, Number(last.group.id)]) : null,
    ...usage,
    reasons,
  }
}

/** A group as whoever asks may see it. */
export function toGroup({ group }: StoredGroup, inside: boolean): QuarantineGroup {
  const { examples, code, ...rest } = group
  return {
    ...rest,
    code,
    message: withoutQuote({ code, message: examples[0]?.message ?? '' }),
    examples: inside ? examples : examples.map(coverSaid),
  }
}
