import 'server-only'
import { repeatWork } from '@/lib/server/boot/repeat-work'
import { currentSettings } from '@/lib/server/services/installation/get-settings'
import { firstKeptDay } from '@/lib/domain/retention/first-kept-day'
import { keepRetention } from './keep-retention'

/** How soon a changed setting counts; asking is a look into a small table. */
const PAUSE_MS = 10_000
/** What may have come meanwhile is old from the start: events imported into the past, conflicts, broken messages. */
const HOUR_MS = 3_600_000

/** Begins to keep to the retention that the settings say: at each new day, and each hour. @returns ends it */
export function startRetention(): () => Promise<void> {
  let done = { before: '', at: 0 }
  async function run(): Promise<void> {
    const { retention_days: days } = await currentSettings()
    if (days === null) return
    const now = Date.now()
    const before = firstKeptDay(now, days)
    if (before === done.before && now - done.at < HOUR_MS) return
    await keepRetention(before, days)
    done = { before, at: now }
  }
  return repeatWork([{ does: 'Dropping events past retention', everyMs: PAUSE_MS, run }])
}
