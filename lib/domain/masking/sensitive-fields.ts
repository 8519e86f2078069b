import type { FieldPath } from '../schema/field-names'
import { isSensitiveAt } from './business-keys'
import type { MaskPlace } from './mask-plan'

/** Those of these fields that are sensitive or stand in something that is, by whatever marks them; the empty way for the whole. */
export function sensitiveFields(plan: MaskPlace, fields: readonly FieldPath[]): FieldPath[] {
  return [[], ...fields].filter((field) => isSensitiveAt(plan, field))
}
