import 'server-only'
import type { Event, EventFlag } from '@/lib/contracts/event'
import { pool } from '@/lib/server/database/connection'
import {
  findEventRow,
  readConflicts,
  readErasure,
  type DetailRow,
} from '@/lib/server/stores/event-detail-store'
import { readContents } from '@/lib/server/stores/event-duplicate-store'
import { storedMetaText } from '@/lib/server/stores/event-meta'
import { toSummary } from '@/lib/server/stores/event-summary'
import { authorize, type Actor } from './actor'
import { aboutOf } from './entity-family'
import { eventNotFound } from './event-not-found'
import { getSettings } from './get-settings'

/** One event, with its body as it was sent. @throws Problem `event-not-found` */
export async function getEvent(actor: Actor, { event_id }: { event_id: string }): Promise<Event> {
  authorize(actor, 'read')
  const [row, contents, { late_after_seconds }] = await Promise.all([
    findEventRow(event_id),
    readContents(pool(), [event_id]),
    getSettings(actor),
  ])
  const content = contents.get(event_id)
  if (!row || !content) throw eventNotFound(event_id)
  const [conflicts, erased] = await Promise.all([
    row.has_conflict ? readConflicts(event_id) : [],
    row.erased ? readErasure(event_id) : null,
  ])
  return {
    ...toSummary(row, late_after_seconds, skewOf(row)),
    data: content.dataText === null ? null : (JSON.parse(content.dataText) as unknown),
    data_text: content.dataText,
    meta: JSON.parse(storedMetaText(content)) as Record<string, unknown>,
    schema_id: content.schemaId ?? row.schema_version_id,
    problems: row.problems ?? [],
    deliveries: row.deliveries,
    about: row.kind === 'cud' ? await aboutOf(row.type, content.dataText) : null,
    conflicts,
    erased,
  }
}

function skewOf({ created_at, parent_created_at }: DetailRow): EventFlag[] {
  return parent_created_at !== null && created_at < parent_created_at ? ['clock-skew'] : []
}
