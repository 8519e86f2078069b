import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import {
  itemSchemas,
  namedSchemas,
  requiredNames,
  schemaLists,
  schemasUnder,
  type MergedNode,
} from './merged-node'
import type { Located } from './schema-document'

export type ChildKind = 'property' | 'pattern' | 'additional' | 'items' | 'position' | 'variant' | 'condition'

/** A place directly below another, before it is read. */
export interface Child {
  readonly kind: ChildKind
  /** The property's name, the pattern, or words for a variant. */
  readonly name: string
  readonly places: readonly Located[]
  readonly required: boolean
}

/** Everything directly below a place, in the order an author wrote it; lazily, so that a bound can stop it. */
export function* childrenOf(node: MergedNode): Generator<Child> {
  yield* propertiesOf(node)
  for (const [name, places] of namedSchemas(node, 'patternProperties')) {
    yield { kind: 'pattern', name: `/${name}/`, places, required: false }
  }
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const places = schemasUnder(node, keyword).filter(saysSomething)
    if (places.length > 0) yield { kind: 'additional', name: 'any other field', places, required: false }
  }
  yield* itemsOf(node)
  yield* variantsOf(node)
  yield* conditionsOf(node)
}

function* propertiesOf(node: MergedNode): Generator<Child> {
  const required = requiredNames(node)
  const declared = namedSchemas(node, 'properties')
  for (const [name, places] of declared) {
    yield { kind: 'property', name, places, required: required.has(name) }
  }
  for (const name of required) {
    if (declared.has(name)) continue
    // Required without a schema: the place that requires it is the nearest thing there is to point at.
    const pointer = appendPointer(node.pointer, 'required')
    yield { kind: 'property', name, places: [{ schema: true, pointer }], required: true }
  }
}

function* itemsOf(node: MergedNode): Generator<Child> {
  const { positions, rest } = itemSchemas(node)
  const length = Math.max(0, ...positions.map((list) => list.length))
  for (let index = 0; index < length; index++) {
    const places = positions.flatMap((list) => list.slice(index, index + 1))
    yield { kind: 'position', name: `[${index}]`, places, required: false }
  }
  const places = length > 0 ? rest.filter(saysSomething) : rest
  if (places.length > 0) yield { kind: 'items', name: '[]', places, required: false }
}

function* variantsOf(node: MergedNode): Generator<Child> {
  for (const [keyword, word] of [
    ['oneOf', 'one of'],
    ['anyOf', 'any of'],
  ] as const) {
    for (const list of schemaLists(node, keyword)) {
      for (const [index, place] of list.entries()) {
        const name = `${word} ${list.length}: ${variantTitle(place.schema) ?? index + 1}`
        yield { kind: 'variant', name, places: [place], required: false }
      }
    }
  }
}

function* conditionsOf(node: MergedNode): Generator<Child> {
  for (const keyword of ['then', 'else'] as const) {
    const places = node.parts.some(({ schema }) => Object.hasOwn(schema, 'if'))
      ? schemasUnder(node, keyword)
      : []
    const name = keyword === 'then' ? 'if the condition holds' : 'if the condition does not hold'
    if (places.length > 0) yield { kind: 'condition', name, places, required: false }
  }
  for (const keyword of ['dependentSchemas', 'dependencies']) {
    for (const [name, places] of namedSchemas(node, keyword)) {
      const schemas = places.filter(({ schema }) => isObject(schema))
      if (schemas.length > 0) {
        yield { kind: 'condition', name: `if ${name} is there`, places: schemas, required: false }
      }
    }
  }
}

function variantTitle(schema: Json): string | undefined {
  if (!isObject(schema)) return undefined
  const title = own(schema, 'title')
  if (typeof title === 'string' && title !== '') return title
  const ref = own(schema, '$ref')
  if (typeof ref === 'string') return referenceName(ref)
  const type = own(schema, 'type')
  return typeof type === 'string' && type !== 'object' ? type : undefined
}

/** `#/$defs/Money` is called Money. */
export function referenceName(reference: string): string {
  const last = reference.split(/[/#]/).findLast((part) => part !== '') ?? reference
  return last.replaceAll('~1', '/').replaceAll('~0', '~')
}

function saysSomething({ schema }: Located): boolean {
  return isObject(schema) && Object.keys(schema).length > 0
}
