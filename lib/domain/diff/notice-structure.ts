import { isObject, own, type Json } from '@/lib/domain/json/json'
import { itemSchemas, schemaLists, type MergedNode } from '@/lib/domain/schema/merged-node'
import { referenceName } from '@/lib/domain/schema/node-children'
import type { Located, SchemaDocument } from '@/lib/domain/schema/schema-document'
import type { Notice } from './change'
import type { Descent } from './notice-fields'
import { editAt, noticeAt, type Documents, type NodePair } from './schema-pair'
import { shapeOf } from './shape'

const itemKeywords = ['items', 'prefixItems', 'additionalItems']

/** Lists are looked into; tuples are only compared as a whole. */
export function* noticeItems(documents: Documents, pair: NodePair): Generator<Notice, Descent[]> {
  const [before, after] = [itemSchemas(pair.before), itemSchemas(pair.after)]
  if (before.positions.length === 0 && after.positions.length === 0) {
    if (before.rest.length > 0 && after.rest.length > 0) {
      return [{ field: `${pair.field}[]`, before: before.rest, after: after.rest }]
    }
    if (before.rest.length !== after.rest.length) yield noticeAt(pair, 'items-changed', {}, itemKeywords)
    return []
  }
  const [old, now] = [
    keywordShape(documents.before, pair.before, itemKeywords),
    keywordShape(documents.after, pair.after, itemKeywords),
  ]
  if (old !== now) yield noticeAt(pair, 'items-changed', {}, itemKeywords)
  return []
}

/** `oneOf` and `anyOf`: variants are recognised by what they allow, then by their name, then by their place. */
export function* noticeVariants(documents: Documents, pair: NodePair): Generator<Notice, Descent[]> {
  const stayed: Descent[] = []
  for (const keyword of ['oneOf', 'anyOf']) {
    const [before, after] = [schemaLists(pair.before, keyword), schemaLists(pair.after, keyword)]
    if (before.length > 1 || after.length > 1 || before.length !== after.length) {
      if (
        keywordShape(documents.before, pair.before, [keyword]) !==
        keywordShape(documents.after, pair.after, [keyword])
      ) {
        yield noticeAt(pair, 'condition-changed', { after: keyword }, [keyword])
      }
      continue
    }
    const matched = matchVariants(documents, before[0] ?? [], after[0] ?? [])
    for (const [old, now] of matched.pairs) stayed.push({ field: pair.field, before: [old], after: [now] })
    for (const place of matched.gone) {
      yield {
        ...noticeAt(pair, 'variant-removed', { before: variantName(place) ?? keyword }),
        beforePath: place.pointer,
        afterPath: undefined,
        edits: [editAt(pair, { how: 'variant', keyword, beforeAt: place.pointer })],
      }
    }
    for (const place of matched.come) {
      yield {
        ...noticeAt(pair, 'variant-added', { after: variantName(place) ?? keyword }),
        afterPath: place.pointer,
        edits: [editAt(pair, { how: 'variant', keyword, afterAt: place.pointer })],
      }
    }
  }
  return stayed
}

/** Variants compared with each other; beyond this each is compared with its neighbour only. */
const MAX_VARIANTS = 200

function matchVariants(documents: Documents, before: readonly Located[], after: readonly Located[]) {
  const pairs: [Located, Located][] = []
  let gone = [...before]
  let come = [...after]
  const match = (keyOf: (place: Located, which: 'before' | 'after', index: number) => string | undefined) => {
    const byKey = new Map<string, Located>()
    come.forEach((place, index) => {
      const key = keyOf(place, 'after', index)
      if (key !== undefined && !byKey.has(key)) byKey.set(key, place)
    })
    const left: Located[] = []
    gone.forEach((place, index) => {
      const key = keyOf(place, 'before', index)
      const partner = key === undefined ? undefined : byKey.get(key)
      if (key === undefined || partner === undefined) left.push(place)
      else {
        pairs.push([place, partner])
        byKey.delete(key)
        come = come.filter((each) => each !== partner)
      }
    })
    gone = left
  }
  if (before.length <= MAX_VARIANTS && after.length <= MAX_VARIANTS) {
    match((place, which) => shapeOf(documents[which], place))
    match((place) => variantName(place))
  }
  // What is left without a name and in equal number is taken for the same variants, changed.
  if (gone.length === come.length)
    match((place, _, index) => (variantName(place) === undefined ? `${index}` : undefined))
  return { pairs, gone, come }
}

function variantName({ schema }: Located): string | undefined {
  if (!isObject(schema)) return undefined
  const [title, ref] = [own(schema, 'title'), own(schema, '$ref')]
  if (typeof title === 'string') return title
  return typeof ref === 'string' ? referenceName(ref) : undefined
}

const conditions: readonly (readonly string[])[] = [
  ['if', 'then', 'else'],
  ['not'],
  ['contains', 'minContains', 'maxContains'],
  ['propertyNames'],
  ['dependentRequired', 'dependentSchemas', 'dependencies'],
  ['unevaluatedItems'],
]

/** What is too entangled to be told in detail: said to have changed, and judged as a whole. */
export function* noticeConditions(documents: Documents, pair: NodePair): Generator<Notice> {
  for (const keywords of conditions) {
    const old = keywordShape(documents.before, pair.before, keywords)
    const now = keywordShape(documents.after, pair.after, keywords)
    if (old !== now) yield noticeAt(pair, 'condition-changed', { after: keywords[0] }, keywords)
  }
}

function keywordShape(document: SchemaDocument, node: MergedNode, keywords: readonly string[]): string {
  const shapes = node.parts.flatMap(({ schema, pointer }) => {
    const present = keywords.filter((keyword) => Object.hasOwn(schema, keyword))
    if (present.length === 0) return []
    const only = Object.fromEntries(present.map((keyword) => [keyword, schema[keyword] as Json]))
    return [shapeOf(document, { schema: only, pointer })]
  })
  return shapes.sort().join('&')
}
