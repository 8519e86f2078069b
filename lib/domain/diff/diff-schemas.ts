import type { Policy } from '@/lib/domain/compatibility/check-compatibility'
import { exceeds } from '@/lib/domain/compatibility/algebra/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json } from '@/lib/domain/json/json'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { isDocumentation, mayShiftMeaning, type Change, type Notice } from './change'
import { classifyNotice, type Judgement } from './classify-notice'
import { phraseNotice } from './phrase-notice'
import { recogniseMoves } from './recognise-moves'
import { walkSchemas } from './walk-schemas'

export interface DiffOptions {
  /** As whom the classes speak; `tolerant` where left out, as for verdicts. */
  policy?: Policy
  /** A schema of the catalog by its absolute URI, as for verdicts. */
  resolve?: ((uri: string) => Json | undefined) | undefined
}

/** Changes that are told, and changes that are judged one by one; the others say unknown. */
const MAX_CHANGES = 1_000
const MAX_JUDGED = 80
/** Changes in a row whose proof was not found: after these the schemas are taken to be beyond proving one by one. */
const MAX_FAILURES = 5
/** Values in a schema from which on reading it for a proof takes longer than the proof may: there one failure is enough. */
const LARGE = 10_000
const UNJUDGED: Judgement = { backward: 'unknown', forward: 'unknown', witnesses: {} }
/** Schemas nested deeper than this are not walked: their verdict as a whole still stands. */
const MAX_DEPTH = 400

/**
 * What changed from one schema to the other, place by place, in the order of the schema. Reordered keys and equivalent
 * spellings (`const` and an `enum` of one, a flattened `allOf`, a definition that moved) are no changes. Never throws.
 */
export function diffSchemas(
  before: Json,
  after: Json,
  { policy = 'tolerant', resolve }: DiffOptions = {},
): Change[] {
  if (isDeeperThan(before, MAX_DEPTH) || isDeeperThan(after, MAX_DEPTH)) return []
  const documents = { before: new SchemaDocument(before), after: new SchemaDocument(after) }
  const notices: Notice[] = []
  for (const notice of walkSchemas(documents)) {
    notices.push(notice)
    if (notices.length >= MAX_CHANGES) break
  }
  const isLarge = [before, after].some((schema) => exceeds(schema, { depth: MAX_DEPTH, size: LARGE }))
  const maxFailures = isLarge ? 1 : MAX_FAILURES
  let judged = 0
  let failures = 0
  return recogniseMoves(notices).map((notice) => {
    const isFree = notice.edits.length === 0
    if (!isFree && (judged++ >= MAX_JUDGED || failures >= maxFailures)) return toChange(notice, UNJUDGED)
    const judgement = classifyNotice(notice, before, documents.after, { policy, resolve })
    if (!isFree)
      failures = judgement.backward === 'unknown' && judgement.forward === 'unknown' ? failures + 1 : 0
    return toChange(notice, judgement)
  })
}

function toChange(notice: Notice, judgement: Judgement): Change {
  return {
    kind: notice.kind,
    path: notice.afterPath ?? notice.beforePath ?? '',
    field: notice.field,
    message: phraseNotice(notice),
    ...judgement,
    risky: mayShiftMeaning(notice.kind),
    documentation: isDocumentation(notice.kind),
    ...(notice.before !== undefined && { before: notice.before }),
    ...(notice.after !== undefined && { after: notice.after }),
  }
}
