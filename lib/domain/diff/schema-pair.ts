import type { MergedNode } from '@/lib/domain/schema/merged-node'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'
import type { Edit, Notice } from './change'

/** The same place in both schemas, each as a person reads it. */
export interface NodePair {
  readonly field: string
  readonly before: MergedNode
  readonly after: MergedNode
}

export interface Documents {
  readonly before: SchemaDocument
  readonly after: SchemaDocument
}

export function editAt(pair: NodePair, what: Edit['what']): Edit {
  return { beforePlace: pair.before.pointer, afterPlace: pair.after.pointer, what }
}

/** A notice about the place itself, judged by taking these keywords over. */
export function noticeAt(
  pair: NodePair,
  kind: Notice['kind'],
  facts: Pick<Notice, 'before' | 'after'>,
  keywords: readonly string[] = [],
): Notice {
  return {
    kind,
    field: pair.field,
    beforePath: pair.before.pointer,
    afterPath: pair.after.pointer,
    ...facts,
    edits: keywords.length === 0 ? [] : [editAt(pair, { how: 'keywords', keywords })],
  }
}
