import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { firstText, valuesOf } from '@/lib/domain/schema/merged-node'
import type { ChangeKind, Notice } from './change'
import { noticeAt, type NodePair } from './schema-pair'

const texts: readonly (readonly [keyword: string, kind: ChangeKind])[] = [
  ['format', 'format-changed'],
  ['contentEncoding', 'format-changed'],
  ['contentMediaType', 'format-changed'],
  ['x-unit', 'unit-changed'],
  ['unit', 'unit-changed'],
  ['title', 'title-changed'],
  ['description', 'description-changed'],
]

/** What has no part in validity: meaning that may shift, and documentation. */
export function* noticeProse(pair: NodePair): Generator<Notice> {
  for (const [keyword, kind] of texts) {
    const [before, after] = [firstText(pair.before, keyword), firstText(pair.after, keyword)]
    if (before !== after) yield noticeAt(pair, kind, present(before, after))
  }
  const [before, after] = [valuesOf(pair.before, 'default')[0], valuesOf(pair.after, 'default')[0]]
  if (textOf(before) !== textOf(after)) yield noticeAt(pair, 'default-changed', present(before, after))
  const [examplesBefore, examplesAfter] = [
    valuesOf(pair.before, 'examples'),
    valuesOf(pair.after, 'examples'),
  ]
  if (textOf(examplesBefore) !== textOf(examplesAfter)) yield noticeAt(pair, 'examples-changed', {})
  const isNow = valuesOf(pair.after, 'deprecated').includes(true)
  if (isNow !== valuesOf(pair.before, 'deprecated').includes(true)) {
    yield noticeAt(pair, isNow ? 'deprecated' : 'deprecation-removed', {})
  }
  for (const mark of ['x-sensitive', 'x-key']) {
    const [was, is] = [valuesOf(pair.before, mark)[0], valuesOf(pair.after, mark)[0]]
    if (textOf(was) === textOf(is)) continue
    yield noticeAt(pair, 'mark-changed', { before: { [mark]: was ?? null }, after: { [mark]: is ?? null } })
  }
}

function present(before: Json | undefined, after: Json | undefined): Pick<Notice, 'before' | 'after'> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : canonicalize(value)
}
