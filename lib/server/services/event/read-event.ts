import 'server-only'
import type { Event, EventFlag } from '@/lib/contracts/event'
import { may } from '@/lib/domain/policy/policy'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
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
import type { Actor } from '@/lib/server/services/actor'
import { coverConflicts } from './cover-conflicts'
import { aboutOf } from '@/lib/server/services/entity/entity-family'
import { coverProblems, eventMasks, eventSubject, maskedPlaces, type Look } from './event-masks'
import { eventNotFound } from './event-not-found'
import { getSettings } from '@/lib/server/services/installation/get-settings'

/**
 * One event with its body; the caller has asked whether the actor may. @param look `whole`: nothing is masked, for whoever
 * may and has it on record. @throws Problem `event-not-found`
 */
export async function readEvent(actor: Actor, event_id: string, look: Look = 'masked'): Promise<Event> {
  const [row, contents, { late_after_seconds }] = await Promise.all([
    findEventRow(event_id),
    readContents(pool(), [event_id]),
    getSettings(actor),
  ])
  const content = contents.get(event_id)
  if (!row || !content) throw eventNotFound(event_id)
  const [conflicts, erased, masks] = await Promise.all([
    row.has_conflict ? readConflicts(event_id) : [],
    row.erased ? readErasure(event_id) : null,
    eventMasks(actor, [row], look),
  ])
  const data = content.dataText === null ? null : masks.data(row, content.dataText)
  const meta = masks.meta(row, storedMetaText(content))
  return {
    ...toSummary(row, late_after_seconds, skewOf(row)),
    data: data && (JSON.parse(data.text) as unknown),
    data_text: data && data.text,
    meta: JSON.parse(meta.text) as Record<string, unknown>,
    meta_text: meta.text,
    masked: maskedPlaces(data, meta),
    may_reveal: may(actor, 'reveal', eventSubject(await currentCatalog(), row.type)),
    schema_id: content.schemaId ?? row.schema_version_id,
    problems: coverProblems(row.problems ?? [], data ?? meta),
    deliveries: row.deliveries,
    about: row.kind === 'cud' ? await aboutOf(row.type, data) : null,
    conflicts: await coverConflicts(actor, row, conflicts, look),
    erased,
  }
}

function skewOf({ created_at, parent_created_at }: DetailRow): EventFlag[] {
  return parent_created_at !== null && created_at < parent_created_at ? ['clock-skew'] : []
}
