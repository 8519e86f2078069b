import 'server-only'
import { recordAlone, type Deed } from '@/lib/server/stores/audit-store'
import { dropOldestDay, forgetBesides, forgetOf } from '@/lib/server/stores/retention-store'

/** Who does what nobody asks for each time. */
const BY: Deed['by'] = { kind: 'system', id: 'retention', name: 'Retention' }

/**
 * Drops what was received before a day (`2026-11-23`, UTC): day by day, each with its record. Several processes may do so
 * at once: one of them has the turn. @param days the setting that it follows, for the record
 */
export async function keepRetention(before: string, days: number): Promise<void> {
  const details = { retention_days: days }
  const dropNext = () =>
    dropOldestDay(before, (day, events) => ({
      by: BY,
      action: 'events-dropped',
      subject: `events received on ${day}`,
      details: { events, ...details },
    }))
  let dropped = 0
  while ((await dropNext()) !== null) dropped++
  const besides = await forgetBesides(before)
  if (besides.conflicts + besides.messages > 0)
    await recordAlone({
      by: BY,
      action: 'events-dropped',
      subject: `quarantine and conflicts received before ${before}`,
      details: { ...besides, ...details },
    })
  if (dropped > 0) await forgetOf(before)
}
