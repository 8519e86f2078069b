import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { valuesOf, type MergedNode } from '@/lib/domain/schema/merged-node'
import { enumeratedOf, typesOf, typeWords } from '@/lib/domain/schema/type-words'
import type { Notice } from './change'
import { editAt, noticeAt, type Documents, type NodePair } from './schema-pair'

/** Values of an enumeration that are told one by one; more are told as one change. */
const MAX_SINGLE_VALUES = 20

/** Whether the two types have nothing in common: then nothing else about the place can be compared. */
export function* noticeTypes(documents: Documents, pair: NodePair): Generator<Notice, boolean> {
  // An enumeration says more than the type beside it: told by its values alone.
  const enumerated = enumeratedOf(pair.before) !== undefined || enumeratedOf(pair.after) !== undefined
  const read = (node: MergedNode) => (enumerated ? undefined : typesOf(node)?.sort())
  const [before, after] = [read(pair.before), read(pair.after)]
  const words = {
    before: typeWords(documents.before, pair.before),
    after: typeWords(documents.after, pair.after),
  }
  if (pair.before.impossible !== pair.after.impossible) {
    const kind = pair.before.impossible ? 'type-widened' : 'type-narrowed'
    yield { ...noticeAt(pair, kind, words), edits: [editAt(pair, { how: 'whole' })] }
    return true
  }
  if (before === undefined && after === undefined) return false
  const narrower = before === undefined || (after !== undefined && covers(before, after))
  const wider = after === undefined || (before !== undefined && covers(after, before))
  if (narrower && wider) return false
  const facts = { before: before ?? words.before, after: after ?? words.after }
  if (narrower || wider) {
    yield noticeAt(pair, wider ? 'type-widened' : 'type-narrowed', facts, ['type'])
    return false
  }
  yield { ...noticeAt(pair, 'type-changed', words), edits: [editAt(pair, { how: 'whole' })] }
  return true
}

function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((type) => wide.includes(type) || (type === 'integer' && wide.includes('number')))
}

export function* noticeEnumerations(documents: Documents, pair: NodePair): Generator<Notice> {
  const [before, after] = [enumeratedOf(pair.before), enumeratedOf(pair.after)]
  const keywords = ['const', 'enum']
  if (before === undefined || after === undefined) {
    if (before === after) return
    const kind = before === undefined ? 'enum-added' : 'enum-removed'
    const words = (values: Json[] | undefined, which: 'before' | 'after') =>
      values ?? typeWords(documents[which], pair[which])
    yield noticeAt(pair, kind, { before: words(before, 'before'), after: words(after, 'after') }, keywords)
    return
  }
  const [old, now] = [new Set(before.map(canonicalize)), new Set(after.map(canonicalize))]
  const gone = before.filter((value) => !now.has(canonicalize(value)))
  const come = after.filter((value) => !old.has(canonicalize(value)))
  if (before.length === 1 && after.length === 1 && gone.length === 1) {
    yield noticeAt(pair, 'constant-changed', { before: before[0], after: after[0] }, keywords)
    return
  }
  yield* eachValue(pair, 'enum-value-removed', gone)
  yield* eachValue(pair, 'enum-value-added', come)
}

function* eachValue(
  pair: NodePair,
  kind: 'enum-value-added' | 'enum-value-removed',
  values: readonly Json[],
): Generator<Notice> {
  const added = kind === 'enum-value-added'
  if (values.length > MAX_SINGLE_VALUES) {
    yield noticeAt(pair, kind, added ? { after: [...values] } : { before: [...values] }, ['const', 'enum'])
    return
  }
  for (const value of values) {
    yield {
      ...noticeAt(pair, kind, added ? { after: value } : { before: value }),
      edits: [editAt(pair, { how: 'value', value, added })],
    }
  }
}

export function* noticePatterns(pair: NodePair): Generator<Notice> {
  const [before, after] = [texts(pair.before, 'pattern'), texts(pair.after, 'pattern')]
  const gone = before.filter((pattern) => !after.includes(pattern))
  const come = after.filter((pattern) => !before.includes(pattern))
  if (gone.length === 0 && come.length === 0) return
  const kind = gone.length === 0 ? 'pattern-added' : come.length === 0 ? 'pattern-removed' : 'pattern-changed'
  const facts = {
    ...(gone.length > 0 && { before: gone.join(' and ') }),
    ...(come.length > 0 && { after: come.join(' and ') }),
  }
  yield noticeAt(pair, kind, facts, ['pattern'])
}

function texts(node: MergedNode, keyword: string): string[] {
  return valuesOf(node, keyword).filter((value) => typeof value === 'string')
}
