import 'server-only'
import type { Retention } from '@/lib/contracts/retention'
import { firstKeptDay } from '@/lib/domain/retention/first-kept-day'
import { countBesides, readStoredDays, type StoredDay } from '@/lib/server/stores/retention-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** What would be dropped if events were kept for some days, and what there is. Nothing is dropped by asking. */
export async function getRetention(actor: Actor, { query }: { query: { days: number } }): Promise<Retention> {
  authorize(actor, 'administer')
  const before = firstKeptDay(Date.now(), query.days)
  const [stored, besides] = await Promise.all([readStoredDays(), countBesides(before)])
  const drops = stored.filter(({ day }) => day < before)
  return { before, stored: sumOf(stored), drops: { ...sumOf(drops), ...besides } }
}

function sumOf(days: readonly StoredDay[]) {
  return {
    since: days[0]?.day ?? null,
    until: days.at(-1)?.day ?? null,
    events: days.reduce((sum, { events }) => sum + events, 0),
    bytes: days.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}
