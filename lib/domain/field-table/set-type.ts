import { putAt, removeAt } from '@/lib/domain/json/edit-text'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { BASIC_TYPES, type TypeChoice } from './field-row'

interface Wanted {
  readonly type: TypeChoice
  /** Whether it may also be null; a definition says that itself. */
  readonly nullable: boolean
}

/** Gives a schema another type. What is only for the old one stays in the text: going back finds it again. */
export function setType(
  text: string,
  pointer: string,
  schema: JsonObject,
  { type, nullable }: Wanted,
): string {
  const at = (keyword: string) => appendPointer(pointer, keyword)
  const isBasic = BASIC_TYPES.some((basic) => basic === type)
  let changed = text
  // Elements of which nothing more is known than a first guess are no loss.
  if (type !== 'array' && isBareSchema(own(schema, 'items'))) changed = removeAt(changed, at('items'))
  if (isBasic || type === 'any') changed = removeAt(changed, at('$ref'))
  if (!isBasic) changed = removeAt(changed, at('type'))
  if (isBasic) changed = putType(changed, at('type'), nullable ? [type, 'null'] : type)
  else if (type !== 'any') changed = putFirst(changed, pointer, '$ref', type)
  if (type === 'array' && !Object.hasOwn(schema, 'items')) {
    changed = putAt(changed, at('items'), { type: 'string' }, ['$defs', 'definitions'])
  }
  const values = own(schema, 'enum')
  if (isBasic && nullable && Array.isArray(values) && !values.includes(null)) {
    changed = putAt(changed, at('enum'), [...values, null])
  }
  return changed

  function putType(before: string, place: string, value: Json): string {
    return Object.hasOwn(schema, 'type')
      ? putAt(before, place, value)
      : putFirst(before, pointer, 'type', value)
  }
  function putFirst(before: string, owner: string, keyword: string, value: Json): string {
    return putAt(before, appendPointer(owner, keyword), value, Object.keys(schema))
  }
}

function isBareSchema(items: Json | undefined): boolean {
  return isObject(items) && Object.keys(items).every((keyword) => keyword === 'type')
}
