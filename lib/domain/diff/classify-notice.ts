import {
  checkCompatibility,
  type DirectionVerdict,
  type Policy,
} from '@/lib/domain/compatibility/check-compatibility'
import type { ContainmentOptions } from '@/lib/domain/compatibility/prove-containment'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { applyEdits } from './apply-edits'
import type { Change, ChangeClass, Notice } from './change'

export type Judgement = Pick<Change, 'backward' | 'forward' | 'witnesses'>

/** Steps for one change: real ones take a few thousand, and there may be dozens of changes. */
const BUDGET = 30_000

const unknown: Judgement = { backward: 'unknown', forward: 'unknown', witnesses: {} }
const safe: Judgement = { backward: 'safe', forward: 'safe', witnesses: {} }

/**
 * What one change alone does to old and new events, from containment and nothing else: the schema before is compared with
 * itself after this one change. Unknown wherever that is not proved.
 */
export function classifyNotice(
  notice: Notice,
  before: Json,
  after: SchemaDocument,
  { policy, resolve }: { policy: Policy; resolve?: ContainmentOptions['resolve'] },
): Judgement {
  if (notice.edits.length === 0) return safe
  const start = notice.kind === 'draft-changed' ? before : inDraftOf(before, after.root)
  if (start === undefined) return unknown
  const changed = applyEdits(start, after, notice.edits)
  if (changed === undefined) return unknown
  const answer = checkCompatibility(start, changed, { mode: 'full', policy, budget: BUDGET, resolve })
  return {
    backward: classOf(answer.backward),
    forward: classOf(answer.forward),
    witnesses: {
      ...(answer.backward.witness !== undefined && { backward: answer.backward.witness }),
      ...(answer.forward.witness !== undefined && { forward: answer.forward.witness }),
    },
  }
}

function classOf({ verdict }: DirectionVerdict): ChangeClass {
  return verdict === 'compatible' ? 'safe' : verdict
}

const namesSchemas = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'])
/** Keywords that a newer draft reads otherwise or not at all. */
const shifting = new Set(['dependencies', 'additionalItems', 'id', '$recursiveRef'])

/**
 * The schema before, as the draft of the schema after reads it, so that a piece taken over keeps its meaning. Undefined
 * where the schema before would not keep its own.
 */
function inDraftOf(before: Json, after: Json): Json | undefined {
  if (!isObject(before)) return before
  const [old, now] = [own(before, '$schema'), isObject(after) ? own(after, '$schema') : undefined]
  if (now === undefined || old === undefined || sameDraft(old, now)) return before
  return usesAny(before, shifting) ? undefined : { ...before, $schema: now }
}

function sameDraft(old: Json, now: Json): boolean {
  return JSON.stringify(old).replace('#', '') === JSON.stringify(now).replace('#', '')
}

function usesAny(value: Json, keywords: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((each) => usesAny(each, keywords))
  if (!isObject(value)) return false
  return Object.entries(value).some(([key, each]) => {
    if (keywords.has(key)) return true
    // Here the keys are names of fields and definitions, and no keywords.
    const inside = namesSchemas.has(key) && isObject(each) ? Object.values(each) : each
    return usesAny(inside, keywords)
  })
}
