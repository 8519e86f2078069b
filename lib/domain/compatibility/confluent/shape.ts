import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Documents, Location } from '../schema/documents'

/**
 * A schema as the registry's differ sees it: one kind of schema, or several kinds at once, which it treats as an
 * `allOf` of them.
 */
export type Shape =
  | { readonly kind: 'anything' | 'nothing' | 'conditional'; readonly at: Location }
  | { readonly kind: 'enum' | 'const'; readonly values: Json[]; readonly at: Location }
  | { readonly kind: 'typed'; readonly type: string; readonly schema: JsonObject; readonly at: Location }
  | {
      readonly kind: 'combined'
      readonly how: string
      /** Made when they are looked at: written out, they may be more than anybody can count. */
      readonly branches: () => readonly Shape[]
      readonly at: Location
    }
  | { readonly kind: 'not'; readonly inner: Location; readonly at: Location }

/** Keywords by which the type of a schema without `type` is guessed. */
const families: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties', 'patternProperties', 'dependencies', 'dependentRequired', 'dependentSchemas', 'propertyNames', 'unevaluatedProperties'],
  array: ['items', 'additionalItems', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'unevaluatedItems'],
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
} // prettier-ignore

const maxReferences = 50

export function shapeOf(location: Location, documents: Documents, passed = 0): Shape {
  const { schema } = location
  if (!isObject(schema)) return { kind: schema === false ? 'nothing' : 'anything', at: location }
  const reference = own(schema, '$ref')
  if (typeof reference === 'string') {
    const target = documents.find(location, reference)
    // What leads nowhere says nothing here; a reference to itself neither.
    return target === undefined || passed > maxReferences
      ? { kind: 'anything', at: location }
      : shapeOf(target, documents, passed + 1)
  }
  const parts = partsOf(schema, location, documents)
  const [first] = parts
  if (first === undefined) return { kind: 'anything', at: location }
  return parts.length === 1 ? first : { kind: 'combined', how: 'allOf', branches: () => parts, at: location }
}

function partsOf(schema: JsonObject, at: Location, documents: Documents): Shape[] {
  const parts: Shape[] = []
  for (const how of ['allOf', 'anyOf', 'oneOf']) {
    const list = own(schema, how)
    if (!Array.isArray(list)) continue
    const branches = (): Shape[] =>
      list.map((_, index) => shapeOf(documents.child(at, how, index), documents))
    parts.push({ kind: 'combined', how, branches, at: documents.child(at, how) })
  }
  if (Object.hasOwn(schema, 'not')) parts.push({ kind: 'not', inner: documents.child(at, 'not'), at })
  if (Object.hasOwn(schema, 'if')) parts.push({ kind: 'conditional', at })
  const values = own(schema, 'enum')
  if (Array.isArray(values)) parts.push({ kind: 'enum', values, at })
  if (Object.hasOwn(schema, 'const')) parts.push({ kind: 'const', values: [schema['const'] as Json], at })
  return [...parts, ...typedParts(schema, at)]
}

function typedParts(schema: JsonObject, at: Location): Shape[] {
  const type = own(schema, 'type')
  const typed = (name: string): Shape => ({ kind: 'typed', type: name, schema, at })
  if (typeof type === 'string') return [typed(type)]
  if (Array.isArray(type))
    return [{ kind: 'combined', how: 'anyOf', branches: () => type.map((name) => typed(String(name))), at }]
  return Object.keys(families)
    .filter((name) => families[name]?.some((keyword) => Object.hasOwn(schema, keyword)))
    .map(typed)
}
