import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Json } from '@/lib/domain/json/json'
import { ReplayTally, type ReplayFindings } from '@/lib/domain/review/replay-tally'
import { coverPointer } from '@/lib/domain/masking/cover'
import { sensitiveFields } from '@/lib/domain/masking/sensitive-fields'
import { fieldPaths, sensitivePaths, type FieldPath } from '@/lib/domain/schema/field-names'
import { compileValidator } from '@/lib/server/ingest/compile-validator'
import { catalogResolver } from '@/lib/server/schema-documents/catalog-resolver'
import { planOf } from '@/lib/server/masking/mask-plans'
import { readStoredEvents } from '@/lib/server/stores/replay-store'
import { readPublishedSchemas } from '@/lib/server/services/schema/published-schemas'

/** How long events are judged before others get their turn. One event of many parts may take as long alone. */
const SLICE_MS = 10
/** How often it is told how far it is. */
const TELL_EVERY_MS = 500

/**
 * Judges every stored event of a type by a schema, as it would be judged on receipt. Memory is a batch of events and what
 * is counted; others are served in between.
 * @param onProgress answers whether to go on
 * @returns what was found, of all of them or of those before it was stopped
 */
export async function replayEvents(
  eventType: string,
  schemaText: string,
  onProgress: (findings: () => ReplayFindings, done: number) => Promise<boolean>,
): Promise<{ findings: ReplayFindings; isWhole: boolean }> {
  const schema = JSON.parse(schemaText) as Json
  const validate = compileValidator(schemaText, await catalogResolver([schema]))
  const fields = fieldPaths(schema)
  const tally = new ReplayTally(fields, await hiddenIn(eventType, schema, fields))
  const findings = () => tally.result()
  let done = 0
  let told = Date.now()
  let begun = told
  for await (const batch of readStoredEvents(eventType)) {
    for (const { text, ...event } of batch) {
      if (Date.now() - begun > SLICE_MS) {
        await setImmediate()
        if (Date.now() - told >= TELL_EVERY_MS) {
          told = Date.now()
          if (!(await onProgress(findings, done))) return { findings: findings(), isWhole: false }
        }
        begun = Date.now()
      }
      const data = JSON.parse(text) as Json
      tally.add({ ...event, data }, validate(data, text.length, 'data'))
      done++
    }
  }
  return { findings: findings(), isWhole: true }
}

/** What nothing may be told of: what the draft marks, and what a version of the type ever did. */
async function hiddenIn(eventType: string, draft: Json, fields: readonly FieldPath[]) {
  const published = await readPublishedSchemas(eventType)
  const plan = await planOf(draft, published)
  return {
    cover: (pointer: string) =>
      pointer.startsWith('/data/') ? `/data${coverPointer(plan, pointer.slice('/data'.length))}` : pointer,
    // The tree of fields knows what marks a field; what marks names, or by a pattern, the plan does.
    paths: [
      ...sensitiveFields(plan, fields),
      ...[draft, ...published].flatMap((schema) => sensitivePaths(schema)),
    ],
  }
}
