import { isObject, type Json } from '@/lib/domain/json/json'
import { SCHEMA_MAPS, VALUE_KEYWORDS } from '@/lib/domain/schema/keyword-places'

/** Keyword put beside every reference; see `compile-validator.ts`. */
export const STEP = 'x-pasttense-step'

/** Keywords that hold data; nothing in them is a schema. */
const DATA = new Set([...VALUE_KEYWORDS, 'example'])
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef']
/** What may stand beside `$ref` up to draft-07, where everything else beside it is ignored. */
const BESIDE_OLD_REFERENCE = new Set(['$ref', 'definitions', '$defs'])

export interface Instrumented {
  schema: Json
  /** Objects and arrays of the schema. */
  nodes: number
}

/**
 * A copy of a schema with a step counter beside every reference. References are the only way a small schema can ask
 * for exponential work; all else is bounded by its size times the size of the data.
 * @param schema of bounded depth: recursive
 */
export function instrumentSchema(schema: Json, referenceStandsAlone: boolean): Instrumented {
  const result: Instrumented = { schema: true, nodes: 0 }
  const copy = (value: Json, isMap: boolean): Json => {
    if (typeof value !== 'object' || value === null) return value
    result.nodes++
    if (Array.isArray(value)) return value.map((item) => copy(item, false))
    const isReference =
      !isMap && REFERENCES.some((name) => Object.hasOwn(value, name) && typeof value[name] === 'string')
    const members: [string, Json][] = []
    for (const [name, member] of Object.entries(value)) {
      // The draft is chosen by then, and an engine looks for the metaschema it does not hold.
      if (!isMap && name === '$schema') continue
      if (isReference && referenceStandsAlone && !BESIDE_OLD_REFERENCE.has(name)) continue
      members.push([
        name,
        !isMap && DATA.has(name) ? member : copy(member, !isMap && SCHEMA_MAPS.has(name) && isObject(member)),
      ])
    }
    if (isReference) members.push([STEP, true])
    return Object.fromEntries<Json>(members)
  }
  result.schema = copy(schema, false)
  return result
}
