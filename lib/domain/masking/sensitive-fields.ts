import { isSensitiveAt } from './business-keys'
import type { MaskPlace } from './mask-plan'

/**
 * Those of these fields (`lines[].sku`) that are sensitive or stand in something that is, by whatever marks them; the empty
 * path where the whole is.
 */
export function sensitiveFields(plan: MaskPlace, fields: readonly string[]): string[] {
  return ['', ...fields].filter((field) => isSensitiveAt(plan, stepsOf(field)))
}

/** Items of a list are alike: the first stands for them. */
function stepsOf(field: string): (string | number)[] {
  if (field === '') return []
  return field.split('.').flatMap((part) => {
    const name = part.replace(/(\[\])+$/, '')
    return [name, ...Array<number>((part.length - name.length) / 2).fill(0)]
  })
}
