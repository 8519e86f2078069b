import { insertAt, putAt, removeAt } from '@/lib/domain/json/edit-text'
import { isObject, own } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'

/** Lets the object that a field belongs to require it, or no longer. */
export function requireField(
  text: string,
  document: SchemaDocument,
  pointer: string,
  isRequired: boolean,
): string {
  const tokens = pointerTokens(pointer)
  const name = tokens.at(-1) ?? ''
  const owner = appendPointer('', ...tokens.slice(0, -2))
  const place = appendPointer(owner, 'required')
  const schema = document.at(owner)?.schema
  const list = isObject(schema) ? own(schema, 'required') : undefined
  if (!Array.isArray(list)) return isRequired ? putAt(text, place, [name], ['$defs', 'definitions']) : text
  if (isRequired) return list.includes(name) ? text : insertAt(text, `${place}/-`, name)
  if (list.length > 0 && list.every((each) => each === name) && isDraft04(document))
    return removeAt(text, place)
  // From behind, so that the places of the others stay.
  return list.reduceRight<string>(
    (changed, each, index) => (each === name ? removeAt(changed, appendPointer(place, index)) : changed),
    text,
  )
}

/** There an empty `required` is no schema. */
function isDraft04({ root }: SchemaDocument): boolean {
  const uri = isObject(root) ? own(root, '$schema') : undefined
  return typeof uri === 'string' && uri.includes('draft-04')
}
