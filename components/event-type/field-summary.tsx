import { FieldMarks } from '@/components/schema/required-mark'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'

const SHOWN = 14

/** The fields directly in the data block: enough to see what an event carries. */
export function FieldSummary({ name, schema }: { name: string; schema: Json }) {
  const fields = buildSchemaTree(schema, { nodes: 400, depth: 1 }).root.children
  const shown = fields.slice(0, SHOWN)
  return (
    <>
      <ul>
        {shown.map((node) => (
          <li
            key={`${node.kind} ${node.name}`}
            className="grid min-h-8 grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,3fr)] items-center gap-3 border-b border-line px-3 py-1"
          >
            <TextLink
              href={`${paths.eventType(name)}?tab=schema&field=${encodeURIComponent(node.pointer)}`}
              className="truncate font-mono text-xs !no-underline hover:!underline"
            >
              {node.name}
            </TextLink>
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs">
              <span className="font-mono">{node.type}</span>
              <FieldMarks node={node} />
            </span>
            <span className="truncate text-xs text-ink-3" title={node.description}>
              {node.description ?? node.constraints.join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="px-3 py-2">
        <TextLink href={`${paths.eventType(name)}?tab=schema`}>
          {fields.length > SHOWN
            ? `${fields.length - SHOWN} more fields, and all that is in them`
            : 'Whole schema'}
        </TextLink>
      </p>
    </>
  )
}
