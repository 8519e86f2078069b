import { canonicalize } from '@/lib/domain/json/canonical'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { pointerTokens } from '@/lib/domain/json/pointer'
import { readNode, requiredNames, type MergedNode } from '@/lib/domain/schema/merged-node'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { enumeratedOf } from '@/lib/domain/schema/type-words'
import type { Edit } from './change'
import { borrowed, withAfter } from './borrow'

/**
 * The schema before with these edits made, and nothing else: what one change alone does. Undefined where that cannot be
 * written down as a schema (fields of an object put together from parts that each restrict the others).
 */
export function applyEdits(before: Json, after: SchemaDocument, edits: readonly Edit[]): Json | undefined {
  let schema = before
  for (const edit of edits) {
    const place = new SchemaDocument(schema).at(edit.beforePlace)
    const target = after.at(edit.afterPlace)
    if (place === undefined || target === undefined) return undefined
    const node = readNode(new SchemaDocument(schema), place)
    const changed = edited(node, readNode(after, target), edit.what, after)
    if (changed === undefined) return undefined
    schema = setAt(schema, pointerTokens(edit.beforePlace), changed)
  }
  return withAfter(schema, after)
}

function edited(
  node: MergedNode,
  target: MergedNode,
  what: Edit['what'],
  after: SchemaDocument,
): Json | undefined {
  switch (what.how) {
    case 'whole':
      return together(target.parts.map(({ schema }) => borrowed(plain(schema, target), after)))
    case 'keywords': {
      const keep = node.parts.map(({ schema }) => without(plain(schema, node), what.keywords))
      const take = target.parts.map(({ schema }) => borrowed(only(schema, what.keywords), after))
      return together([...keep, ...take])
    }
    case 'required':
      return onObject(node, (schema) => setRequired(schema, what.name, requiredNames(target).has(what.name)))
    case 'field':
      return onObject(node, (schema) => setField(schema, what.name, target, after))
    case 'value': {
      const text = canonicalize(what.value)
      const rest = (enumeratedOf(node) ?? []).filter((value) => canonicalize(value) !== text)
      const keep = node.parts.map(({ schema }) => without(plain(schema, node), ['const', 'enum']))
      return together([...keep, { enum: what.added ? [...rest, what.value] : rest }])
    }
    case 'variant': {
      const keep = node.parts.map(({ schema, pointer }) => {
        const list = own(schema, what.keyword)
        if (!Array.isArray(list)) return plain(schema, node)
        const kept = list.filter((_, index) => `${pointer}/${what.keyword}/${index}` !== what.beforeAt)
        const come =
          what.afterAt === undefined ? [] : [borrowed(after.at(what.afterAt)?.schema ?? true, after)]
        return { ...plain(schema, node), [what.keyword]: [...kept, ...come] }
      })
      return together(keep)
    }
  }
}

/** A part as it counts once its `$ref` and `allOf` stand beside it as parts of their own. */
function plain(schema: JsonObject, node: MergedNode): JsonObject {
  return node.parts.length === 1 && node.unresolved === undefined
    ? schema
    : without(schema, ['$ref', 'allOf'])
}

/** Edits the fields of an object; not possible where several parts restrict each other's fields. */
function onObject(node: MergedNode, edit: (schema: JsonObject) => JsonObject): Json | undefined {
  const entangled = node.parts.some(({ schema }) =>
    ['additionalProperties', 'unevaluatedProperties'].some((keyword) => Object.hasOwn(schema, keyword)),
  )
  if (node.parts.length > 1 && entangled) return undefined
  const [first = {}, ...rest] = node.parts.map(({ schema }) => plain(schema, node))
  return together([edit(first), ...rest.map(edit)])
}

function setRequired(schema: JsonObject, name: string, required: boolean): JsonObject {
  const listed = own(schema, 'required')
  const names = Array.isArray(listed) ? listed.filter((each) => each !== name) : []
  if (required) names.push(name)
  // Draft-04 allows no empty list.
  return names.length === 0 ? without(schema, ['required']) : { ...schema, required: names }
}

function setField(schema: JsonObject, name: string, target: MergedNode, after: SchemaDocument): JsonObject {
  const places = target.parts.flatMap((part) => {
    const declared = own(part.schema, 'properties')
    const found = isObject(declared) ? own(declared, name) : undefined
    return found === undefined ? [] : [found]
  })
  const properties = own(schema, 'properties')
  const entries = isObject(properties) ? Object.entries(properties).filter(([each]) => each !== name) : []
  if (places.length > 0) entries.push([name, together(places.map((place) => borrowed(place, after)))])
  const withField = { ...schema, properties: Object.fromEntries(entries) }
  return setRequired(withField, name, requiredNames(target).has(name))
}

/** Several schemas that all hold, as one; two that share no keyword are simply merged. */
function together(schemas: readonly Json[]): Json {
  const objects = schemas.filter((schema) => !(isObject(schema) && Object.keys(schema).length === 0))
  if (objects.length === 0) return {}
  const seen = new Set<string>()
  const disjoint = objects.every((schema) => {
    if (!isObject(schema)) return false
    return Object.keys(schema).every((key) => !seen.has(key) && seen.add(key) !== undefined)
  })
  const dependent = [
    'properties',
    'patternProperties',
    'additionalProperties',
    'unevaluatedProperties',
    'items',
    'prefixItems',
    'additionalItems',
  ]
  const scattered = objects.filter(
    (schema) => isObject(schema) && dependent.some((key) => Object.hasOwn(schema, key)),
  )
  if (objects.length === 1) return objects[0] ?? {}
  if (disjoint && scattered.length <= 1) return Object.assign({}, ...objects) as JsonObject
  return { allOf: [...objects] }
}

function without(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keywords.includes(key)))
}

function only(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.includes(key)))
}

/** Copies along the way, shares the rest. */
function setAt(schema: Json, tokens: readonly string[], value: Json): Json {
  const [token, ...rest] = tokens
  if (token === undefined) return rootWith(schema, value)
  if (Array.isArray(schema))
    return schema.map((each, index) => (String(index) === token ? replace(each, rest, value) : each))
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, each]) => [key, key === token ? replace(each, rest, value) : each]),
  )
}

function replace(schema: Json, tokens: readonly string[], value: Json): Json {
  return tokens.length === 0 ? value : setAt(schema, tokens, value)
}

/** The root keeps what its references need, whatever it is replaced by. */
function rootWith(root: Json, value: Json): Json {
  if (!isObject(root) || !isObject(value)) return value
  const kept = only(root, ['$schema', '$id', 'id', '$defs', 'definitions'])
  return { ...kept, ...value }
}
