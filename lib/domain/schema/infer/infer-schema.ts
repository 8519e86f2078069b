import type { Json, JsonObject } from '../../json/json'
import { addToShape, emptyShape, type JsonType, type Shape } from './shape'
import { formatsOf } from './text-formats'

/** A list of words is only believed where each word came several times. */
const MIN_STRINGS_OF_ENUM = 20
const MAX_WORDS_OF_ENUM = 8
const MAX_WORD = 40
/** Objects with so many member names, none of them in every one, are maps from ids to values. */
const MIN_NAMES_OF_MAP = 30

/**
 * A JSON Schema (2020-12) that every sample is valid under: types, members that were always there, formats that every
 * text fits, lists of words that came again and again. What it says more than the samples do is a guess that its author
 * is to read; it says nothing of bounds and closes no object. Linear in the samples' size.
 */
export function inferSchema(samples: readonly Json[]): JsonObject {
  const shape = emptyShape()
  for (const sample of samples) addToShape(shape, sample, formatsOf)
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(shape) }
}

function schemaOf(shape: Shape): JsonObject {
  const types = typesOf(shape)
  if (types.length === 0) return {}
  const schema: JsonObject = { type: types.length === 1 ? types[0]! : types }
  if (shape.types.has('string')) Object.assign(schema, textKeywords(shape, types))
  if (shape.types.has('object')) Object.assign(schema, objectKeywords(shape))
  if (shape.items) schema.items = schemaOf(shape.items)
  return schema
}

function typesOf({ types }: Shape): JsonType[] {
  const order: JsonType[] = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']
  return order.filter((type) => types.has(type) && !(type === 'integer' && types.has('number')))
}

function textKeywords({ strings, formats }: Shape, types: readonly JsonType[]): JsonObject {
  const [format] = formats
  if (format !== undefined) return { format }
  const words = [...(strings.texts?.keys() ?? [])]
  // Beside other types an enum would have to list their values too.
  const isEnum =
    types.length === 1 &&
    strings.count >= MIN_STRINGS_OF_ENUM &&
    // One word says nothing of which others there are.
    words.length > 1 &&
    words.length <= MAX_WORDS_OF_ENUM &&
    words.length * 4 <= strings.count &&
    words.every((word) => word.length > 0 && word.length <= MAX_WORD)
  return isEnum ? { enum: words.sort() } : {}
}

function objectKeywords({ objects }: Shape): JsonObject {
  const members = [...objects.members]
  const required = members.filter(([, { count }]) => count === objects.count).map(([name]) => name)
  if (objects.isCut || (members.length >= MIN_NAMES_OF_MAP && required.length === 0)) return {}
  return {
    // Not by assignment: a member may be called __proto__.
    properties: Object.fromEntries<Json>(members.map(([name, { shape }]) => [name, schemaOf(shape)])),
    ...(required.length > 0 ? { required } : {}),
  }
}
