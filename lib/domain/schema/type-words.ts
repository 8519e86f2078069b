import type { Json } from '@/lib/domain/json/json'
import { firstText, itemSchemas, readNodes, schemaLists, valuesOf, type MergedNode } from './merged-node'
import { referenceName } from './node-children'
import type { SchemaDocument } from './schema-document'

/** The types that all parts allow, as written; undefined where none says anything. */
export function typesOf(node: MergedNode): string[] | undefined {
  let types: string[] | undefined
  for (const value of valuesOf(node, 'type')) {
    const named = (Array.isArray(value) ? value : [value]).filter((type) => typeof type === 'string')
    types = types === undefined ? [...new Set(named)] : intersection(types, named)
  }
  return types
}

function intersection(left: readonly string[], right: readonly string[]): string[] {
  return left.flatMap((type) => {
    if (right.includes(type)) return [type]
    const isIntegral = type === 'integer' && right.includes('number')
    return isIntegral || (type === 'number' && right.includes('integer')) ? ['integer'] : []
  })
}

/** The values that `const` and `enum` leave, or undefined where neither is there. */
export function enumeratedOf(node: MergedNode): Json[] | undefined {
  let values: Json[] | undefined
  for (const { schema } of node.parts) {
    const lists = [
      ...(Object.hasOwn(schema, 'const') ? [[schema['const'] as Json]] : []),
      ...(Array.isArray(schema['enum']) && Object.hasOwn(schema, 'enum') ? [schema['enum']] : []),
    ]
    for (const list of lists) {
      const texts = new Set(list.map((value) => JSON.stringify(value)))
      values = values === undefined ? list : values.filter((value) => texts.has(JSON.stringify(value)))
    }
  }
  return values
}

/** How deep the words follow arrays of arrays. */
const MAX_NESTED = 4

/**
 * What a value is, in words: `string`, `date-time`, `enum of 4`, `array of Money`, `string or null`, `one of 3`.
 * @param named whether an object is called by the definition it refers to
 */
export function typeWords(document: SchemaDocument, node: MergedNode, named = true, nested = 0): string {
  if (node.impossible) return 'never'
  const values = enumeratedOf(node)
  if (values !== undefined)
    return values.length === 1 ? constWords(values[0] as Json) : `enum of ${values.length}`
  const types = typesOf(node) ?? impliedTypes(node)
  if (types.length === 0)
    return choiceWords(node) ?? (node.unresolved ? referenceName(node.unresolved) : 'any')
  return types.map((type) => oneTypeWords(document, node, type, named, nested)).join(' or ')
}

function oneTypeWords(
  document: SchemaDocument,
  node: MergedNode,
  type: string,
  named: boolean,
  nested: number,
): string {
  if (type === 'object') {
    return named && node.reference ? referenceName(node.reference) : (choiceWords(node) ?? 'object')
  }
  if (type === 'array') {
    const { rest, positions } = itemSchemas(node)
    if (positions.length > 0) return 'tuple'
    if (rest.length === 0 || nested >= MAX_NESTED) return 'array'
    return `array of ${typeWords(document, readNodes(document, rest), named, nested + 1)}`
  }
  return type === 'string' ? (firstText(node, 'format') ?? type) : type
}

function choiceWords(node: MergedNode): string | undefined {
  for (const [keyword, word] of [
    ['oneOf', 'one of'],
    ['anyOf', 'any of'],
  ] as const) {
    const [list] = schemaLists(node, keyword)
    if (list) return `${word} ${list.length}`
  }
  return undefined
}

function constWords(value: Json): string {
  const text = JSON.stringify(value)
  return `always ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`
}

/** What is meant where no `type` stands: keywords of objects mean an object, of arrays an array. */
function impliedTypes(node: MergedNode): string[] {
  const has = (keyword: string) => valuesOf(node, keyword).length > 0
  if (has('properties') || has('patternProperties') || has('required')) return ['object']
  if (has('items') || has('prefixItems')) return ['array']
  return []
}

const short = new Map([
  ['string', 'str'],
  ['integer', 'int'],
  ['number', 'num'],
  ['boolean', 'bool'],
  ['object', 'obj'],
  ['array', 'list'],
  ['date-time', 'time'],
])

/** The words of a type as narrow as a matrix cell needs them: `str`, `int or null`, `enum 4`. */
export function shortTypeWords(words: string): string {
  return words
    .replace(/^enum of /, 'enum ')
    .replace(/^always /, '= ')
    .replace(/^(array of )+/, '')
    .split(' or ')
    .map((word) => short.get(word) ?? word)
    .join(' or ')
}
