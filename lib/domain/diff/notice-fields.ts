import { isObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import {
  namedSchemas,
  requiredNames,
  schemasUnder,
  valuesOf,
  type MergedNode,
} from '@/lib/domain/schema/merged-node'
import type { Located } from '@/lib/domain/schema/schema-document'
import type { Notice } from './change'
import { editAt, noticeAt, type Documents, type NodePair } from './schema-pair'
import { shapeOf } from './shape'

/** Two lists of schemas for one place that is in both versions. */
export interface Descent {
  readonly field: string
  readonly before: readonly Located[]
  readonly after: readonly Located[]
}

/** Fields that came, went, became required or optional; hands back the ones that stayed, to be looked into. */
export function* noticeFields(documents: Documents, pair: NodePair): Generator<Notice, Descent[]> {
  const [before, after] = [namedSchemas(pair.before, 'properties'), namedSchemas(pair.after, 'properties')]
  const [wasRequired, isRequired] = [requiredNames(pair.before), requiredNames(pair.after)]
  const stayed: Descent[] = []
  for (const name of new Set([...before.keys(), ...after.keys(), ...wasRequired, ...isRequired])) {
    const [old, now] = [before.get(name), after.get(name)]
    const field = pair.field === '' ? name : `${pair.field}.${name}`
    const [was, is] = [wasRequired.has(name), isRequired.has(name)]
    if (old === undefined && now !== undefined && !was) {
      yield {
        kind: is ? 'required-field-added' : 'field-added',
        field,
        afterPath: now[0]?.pointer ?? pair.after.pointer,
        edits: [editAt(pair, { how: 'field', name })],
        shape: shapesOf(documents, 'after', now),
      }
      continue
    }
    if (now === undefined && old !== undefined && !is) {
      yield {
        kind: 'field-removed',
        field,
        beforePath: old[0]?.pointer ?? pair.before.pointer,
        before: { required: was },
        edits: [editAt(pair, { how: 'field', name })],
        shape: shapesOf(documents, 'before', old),
      }
      continue
    }
    if (was !== is) yield requiredNotice(pair, field, name, is)
    if (old !== undefined && now !== undefined) stayed.push({ field, before: old, after: now })
    else if (old !== now) {
      const facts = { edits: [editAt(pair, { how: 'field', name })] }
      yield { ...noticeAt(pair, old === undefined ? 'type-narrowed' : 'type-widened', {}), field, ...facts }
    }
  }
  return stayed
}

function requiredNotice(pair: NodePair, field: string, name: string, added: boolean): Notice {
  const declared = (node: MergedNode) =>
    namedSchemas(node, 'properties').get(name)?.[0]?.pointer ?? appendPointer(node.pointer, 'required')
  return {
    kind: added ? 'required-added' : 'required-removed',
    field,
    beforePath: declared(pair.before),
    afterPath: declared(pair.after),
    edits: [editAt(pair, { how: 'required', name })],
  }
}

function shapesOf(documents: Documents, which: 'before' | 'after', places: readonly Located[]): string {
  return places.map((place) => shapeOf(documents[which], place)).join('&')
}

/** `patternProperties`: patterns that came and went; hands back those in both. */
export function* noticeFieldPatterns(pair: NodePair): Generator<Notice, Descent[]> {
  const [before, after] = [
    namedSchemas(pair.before, 'patternProperties'),
    namedSchemas(pair.after, 'patternProperties'),
  ]
  const stayed: Descent[] = []
  for (const pattern of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(pattern), after.get(pattern)]
    const name = `/${pattern}/`
    const field = pair.field === '' ? name : `${pair.field}.${name}`
    if (old && now) stayed.push({ field, before: old, after: now })
    else {
      const kind = now ? 'field-pattern-added' : 'field-pattern-removed'
      yield noticeAt(pair, kind, now ? { after: pattern } : { before: pattern }, ['patternProperties'])
    }
  }
  return stayed
}

/** `additionalProperties` and its younger sister: forbidden, allowed, or of another schema. */
export function* noticeOtherFields(pair: NodePair): Generator<Notice, Descent[]> {
  const stayed: Descent[] = []
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const [was, is] = [forbids(pair.before, keyword), forbids(pair.after, keyword)]
    if (was !== is) {
      yield noticeAt(pair, is ? 'other-fields-forbidden' : 'other-fields-allowed', {}, [keyword])
      continue
    }
    const [old, now] = [constraining(pair.before, keyword), constraining(pair.after, keyword)]
    const field = pair.field === '' ? '*' : `${pair.field}.*`
    if (old.length > 0 && now.length > 0) stayed.push({ field, before: old, after: now })
    else if (old.length !== now.length)
      yield { ...noticeAt(pair, 'other-fields-changed', {}, [keyword]), field }
  }
  return stayed
}

function forbids(node: MergedNode, keyword: string): boolean {
  return valuesOf(node, keyword).includes(false)
}

/** Schemas that say something; `true` and `{}` are the same as nothing. */
function constraining(node: MergedNode, keyword: string): Located[] {
  return schemasUnder(node, keyword).filter(
    ({ schema }) => isObject(schema) && Object.keys(schema).length > 0,
  )
}
