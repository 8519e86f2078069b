import { Tag } from '@/components/ui/tag'
import type { SchemaNode } from '@/lib/domain/schema/schema-tree'

/** What is said about a field beside its type, in words. */
export function FieldMarks({ node }: { node: SchemaNode }) {
  return (
    <>
      {node.kind === 'property' && (
        <span className={node.required ? 'text-ink-2' : 'text-ink-3'}>
          {node.required ? 'required' : 'optional'}
        </span>
      )}
      {node.key && <Tag tone="accent">key</Tag>}
      {node.sensitive && (
        <Tag tone="risky" title="Marked x-sensitive: its values are personal data">
          sensitive
        </Tag>
      )}
      {node.deprecated && <Tag tone="risky">deprecated</Tag>}
      {node.recursive && <Tag title="Contains itself: its fields stand further up">recursive</Tag>}
      {node.unresolved !== undefined && (
        <Tag tone="breaking" title={node.unresolved}>
          not in this document
        </Tag>
      )}
    </>
  )
}
