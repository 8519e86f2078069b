import { isObject, own } from '@/lib/domain/json/json'
import { readNodes } from '@/lib/domain/schema/merged-node'
import type { Notice } from './change'
import { noticeBounds } from './notice-bounds'
import { noticeFieldPatterns, noticeFields, noticeOtherFields, type Descent } from './notice-fields'
import { noticeProse } from './notice-prose'
import { noticeConditions, noticeItems, noticeVariants } from './notice-structure'
import { noticeEnumerations, noticePatterns, noticeTypes } from './notice-values'
import { noticeAt, type Documents, type NodePair } from './schema-pair'

/** Pairs of places that are compared; what lies beyond is not told. */
const MAX_PAIRS = 10_000

/**
 * Goes through both schemas side by side and says what is different, place by place, in the order of the schemas.
 * Equivalent spellings are the same here: references are followed, `allOf` is put together, `const` is an `enum` of one.
 */
export function* walkSchemas(documents: Documents): Generator<Notice> {
  yield* noticeDraft(documents)
  const root = (which: 'before' | 'after') => [{ schema: documents[which].root, pointer: '' }]
  const open: Descent[] = [{ field: '', before: root('before'), after: root('after') }]
  const seen = new Set<string>()
  for (let at = open.pop(); at !== undefined && seen.size < MAX_PAIRS; at = open.pop()) {
    const key = [...at.before, { pointer: '|' }, ...at.after].map(({ pointer }) => pointer).join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    const pair: NodePair = {
      field: at.field,
      before: readNodes(documents.before, at.before),
      after: readNodes(documents.after, at.after),
    }
    const inside = yield* noticePlace(documents, pair)
    open.push(...inside.reverse())
  }
}

function* noticePlace(documents: Documents, pair: NodePair): Generator<Notice, Descent[]> {
  const nothingInCommon = yield* noticeTypes(documents, pair)
  if (nothingInCommon) return []
  if (pair.before.unresolved !== pair.after.unresolved) {
    const facts = { before: pair.before.unresolved ?? null, after: pair.after.unresolved ?? null }
    yield noticeAt(pair, 'reference-changed', facts, ['$ref'])
  }
  yield* noticeEnumerations(documents, pair)
  yield* noticeBounds(pair)
  yield* noticePatterns(pair)
  yield* noticeProse(pair)
  const fields = yield* noticeFields(documents, pair)
  const patterns = yield* noticeFieldPatterns(pair)
  const others = yield* noticeOtherFields(pair)
  const items = yield* noticeItems(documents, pair)
  const variants = yield* noticeVariants(documents, pair)
  yield* noticeConditions(documents, pair)
  return [...fields, ...patterns, ...others, ...items, ...variants]
}

/** Another draft reads some keywords differently: a change of its own, judged by the verdict over the whole. */
function* noticeDraft({ before, after }: Documents): Generator<Notice> {
  const [old, now] = [before, after].map(({ root }) => {
    const declared = isObject(root) ? own(root, '$schema') : undefined
    return typeof declared === 'string' ? declared.replace(/#$/, '').replace(/^https?:/, '') : undefined
  })
  if (old === now || old === undefined || now === undefined) return
  yield {
    kind: 'draft-changed',
    field: '',
    beforePath: '/$schema',
    afterPath: '/$schema',
    before: old.replace(/^\/\//, ''),
    after: now.replace(/^\/\//, ''),
    edits: [{ beforePlace: '', afterPlace: '', what: { how: 'keywords', keywords: ['$schema'] } }],
  }
}
