import type { ReactNode } from 'react'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import type { Json } from '@/lib/domain/json/json'
import type { SchemaNode } from '@/lib/domain/schema/schema-tree'
import { FieldMarks } from './required-mark'

/** Everything the schema says about one field. */
export function FieldDetail({ node }: { node: SchemaNode }) {
  return (
    <Box
      title={
        <span translate="no" className="font-mono text-xs">
          {node.path === '' ? 'The data block' : node.path}
        </span>
      }
      aside={node.path !== '' && <CopyButton text={node.path} what="path" />}
    >
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-3 py-2.5">
        <Line term="Type">
          <span translate="no" className="font-mono text-xs">
            {node.type}
          </span>{' '}
          <FieldMarks node={node} />
        </Line>
        {node.title !== undefined && <Line term="Title">{node.title}</Line>}
        <Line term="Meaning">
          {node.description ?? <span className="text-ink-3">Nobody has described it.</span>}
        </Line>
        {node.constraints.length > 0 && (
          <Line term="Limits">
            <ul>
              {node.constraints.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Line>
        )}
        {node.values !== undefined && node.values.length > 12 && (
          <Line term="Values">
            <Values values={node.values} />
          </Line>
        )}
        {node.default !== undefined && (
          <Line term="Default">
            <Values values={[node.default]} />
          </Line>
        )}
        {node.examples.length > 0 && (
          <Line term="Examples">
            <Values values={node.examples} />
          </Line>
        )}
        {node.reference !== undefined && (
          <Line term="Defined as">
            <code>{node.reference}</code>
          </Line>
        )}
        <Line term="Pointer">
          <code>{node.pointer === '' ? '(root)' : node.pointer}</code>{' '}
          <CopyButton text={node.pointer} what="JSON Pointer into the schema" />
        </Line>
      </dl>
    </Box>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

const SHOWN = 60

function Values({ values }: { values: readonly Json[] }) {
  const shown = values.slice(0, SHOWN)
  return (
    <span className="font-mono text-xs">
      {shown.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ')}
      {values.length > SHOWN && ` and ${values.length - SHOWN} more`}
    </span>
  )
}
