import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { MAX_PAGE } from '@/lib/contracts/pages'
import { findEventTypeId } from '@/lib/server/stores/event-type-store'
import { listVersions } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { coverExamples, markingVersions } from './cover-examples'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { eventTypeNotFound } from '@/lib/server/services/catalog/get-event-type'

/** Newest first. @throws Problem `event-type-not-found` */
export async function listVersionsPage(
  actor: Actor,
  { name, query }: { name: string; query: { cursor?: string; limit?: number } },
): Promise<CallOutput<'listVersions'>> {
  authorize(actor, 'read')
  const eventTypeId = await findEventTypeId(name)
  if (eventTypeId === null) throw eventTypeNotFound(name)
  const versions = (await listVersions(eventTypeId)).reverse()
  const start = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['number'])[0]
  const end = start + (query.limit ?? MAX_PAGE)
  const marks = markingVersions(versions)
  return {
    items: await Promise.all(versions.slice(start, end).map((version) => coverExamples(version, marks))),
    next_cursor: end < versions.length ? encodeCursor([end]) : null,
  }
}
