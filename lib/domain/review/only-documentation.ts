import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import type { Json } from '@/lib/domain/json/json'

/** What of a draft decides what is published. */
export interface DraftContent {
  readonly event_type: string
  readonly kind: string
  readonly entity: string | null
  readonly operation: string | null
  readonly owner: string | null
  readonly label: string
  readonly schema_text: string
}

const decisive = ['event_type', 'kind', 'entity', 'operation', 'owner', 'label'] as const

/**
 * Whether one revision says only in other words what the one before said: then what was said of that one holds for this
 * one too. A mark such as `x-sensitive` is more than words: it decides who sees a value. Where it is not proved it is no.
 */
export function changesOnlyDocumentation(before: DraftContent, after: DraftContent): boolean {
  if (decisive.some((key) => before[key] !== after[key])) return false
  if (before.schema_text === after.schema_text) return true
  const [old, now] = [parse(before.schema_text), parse(after.schema_text)]
  if (old === undefined || now === undefined) return false
  if (checkCompatibility(old, now, { policy: 'strict' }).verdict !== 'compatible') return false
  return diffSchemas(old, now).every(({ documentation, kind }) => documentation && kind !== 'mark-changed')
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
