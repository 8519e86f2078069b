import 'server-only'
import packageFile from '@/package.json' with { type: 'json' }
import type { Health } from '@/lib/contracts/health'
import { readCatalogRevision } from '@/lib/server/stores/event-type-store'
import { receivedInAll, receiveRate } from '@/lib/server/ingest/receive-rate'
import { stageTimes } from '@/lib/server/ingest/stage-times'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** @throws whatever the database throws: then `route()` says that it does not answer. */
export async function getHealth(actor: Actor): Promise<Health> {
  authorize(actor, 'reach')
  await readCatalogRevision()
  return {
    status: 'ok',
    version: packageFile.version,
    database: process.env.PASTTENSE_EMBEDDED === '1' ? 'embedded' : 'external',
    events_per_second: receiveRate(),
    receiving: { events: receivedInAll(), stages_ms: { ...stageTimes() } },
  }
}
