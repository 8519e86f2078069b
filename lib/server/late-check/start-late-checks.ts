import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { repeatWork } from '@/lib/server/boot/repeat-work'
import { pool } from '@/lib/server/database/connection'
import { CatalogLookup } from '@/lib/server/ingest/catalog-lookup'
import { checkReferrers } from '@/lib/server/stores/late-check-store'
import { judgeLate } from './judge-late'

/** How soon it is seen that something is due; asking is a look into a small table. */
const PAUSE_MS = 1_000
/** Batches follow each other for so long before it is asked whether to end. */
const STRETCH_MS = 2_000
/** Between two batches, whoever receives has the processor and the database to themselves. */
const REST_MS = 20

/** Begins to judge events that came before their schema; servers share the work. @returns ends it */
export function startLateChecks(): () => Promise<void> {
  const catalog = new CatalogLookup(pool())
  async function run(): Promise<void> {
    const until = Date.now() + STRETCH_MS
    await checkReferrers()
    while ((await judgeLate(catalog)) && Date.now() < until) await setTimeout(REST_MS)
  }
  return repeatWork([{ does: 'Judging events that came before their schema', everyMs: PAUSE_MS, run }])
}
