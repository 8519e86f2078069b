'use client'

import { useMemo, type ReactNode } from 'react'
import { Box } from '@/components/ui/box'
import { classNames } from '@/components/ui/class-names'
import type { Change } from '@/lib/contracts/compatibility'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { alignTrees, type AlignedRow } from '@/lib/domain/diff/align-trees'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree, type SchemaNode } from '@/lib/domain/schema/schema-tree'
import { glyphOf, kindWords } from './verdict-words'

/** A published version, or what is proposed as one. */
export type ComparedSchema = Pick<SchemaVersion, 'label' | 'schema'>

interface AlignedTreesProps {
  before: ComparedSchema
  after: ComparedSchema
  changes: readonly Change[]
  current: number | null
  onChange: (index: number) => void
  /** What else stands in the row of a field: a way to say something about it. */
  aside?: (node: SchemaNode) => ReactNode
}

/** Both schemas as trees, line by line: the same field stands at the same height, and each change is said where it is. */
export function AlignedTrees({ before, after, changes, current, onChange, aside }: AlignedTreesProps) {
  const rows = useMemo(
    () =>
      alignTrees(
        buildSchemaTree(before.schema as Json).root,
        buildSchemaTree(after.schema as Json).root,
        changes,
      ),
    [before, after, changes],
  )
  const shown = rows.filter((row, index) => index > 0 || row.changes.length > 0)
  return (
    <Box className="overflow-hidden">
      {/* A region that scrolls must be reachable by keyboard. */}
      <div
        role="region"
        aria-label={`${before.label} beside ${after.label}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
        className="relative overflow-x-auto -outline-offset-2"
      >
        <table className="w-full table-fixed border-collapse sm:min-w-[40rem]">
          <thead>
            <tr className="text-left">
              <VersionHead label={before.label} word="before" />
              <VersionHead label={after.label} word="after" />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.key}
                row={row}
                changes={changes}
                current={current}
                onChange={onChange}
                aside={aside}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Box>
  )
}

function VersionHead({ label, word }: { label: string; word: string }) {
  return (
    <th scope="col" className="h-9 border-b border-line px-3 font-medium first:border-r">
      <span translate="no" className="font-mono text-xs">
        {label}
      </span>{' '}
      <span className="font-normal text-ink-3">{word}</span>
    </th>
  )
}

interface RowProps {
  row: AlignedRow
  changes: readonly Change[]
  current: number | null
  onChange: (index: number) => void
  aside?: (node: SchemaNode) => ReactNode
}

function Row({ row, changes, current, onChange, aside }: RowProps) {
  const mine = row.changes.flatMap((index) => {
    const change = changes[index]
    return change === undefined ? [] : [{ index, change }]
  })
  const isCurrent = current !== null && row.changes.includes(current)
  const tint = tintOf(row, mine.length > 0)
  return (
    <tr
      data-change={row.changes.length === 0 ? undefined : row.changes.join(' ')}
      className={classNames(isCurrent && 'relative z-[1] outline-2 -outline-offset-2 outline-accent')}
    >
      <td
        className={classNames(
          'h-8 border-r border-line px-3 align-top',
          row.before ? tint : row.after && 'bg-sunken',
        )}
      >
        <Side node={row.before} />
      </td>
      <td className={classNames('h-8 px-3 align-top', row.after ? tint : row.before && 'bg-sunken')}>
        <Side node={row.after} aside={row.after && aside?.(row.after)} />
        {mine.length > 0 && (
          <span className="flex flex-wrap gap-x-3 pb-1" style={indent(row.depth)}>
            {mine.map(({ index, change }) => (
              <button
                key={index}
                type="button"
                aria-pressed={current === index}
                title={change.message.replaceAll('`', '')}
                onClick={() => onChange(index)}
                className={classNames(
                  'inline-flex min-h-6 items-center rounded-sm text-xs underline decoration-current/40 underline-offset-2 hover:decoration-current',
                  COLOURS[glyphOf(change)],
                )}
              >
                <span aria-hidden className="mr-1">
                  {glyphOf(change)}
                </span>
                {kindWords(change.kind)}
              </button>
            ))}
          </span>
        )}
      </td>
    </tr>
  )
}

function Side({ node, aside }: { node: SchemaNode | undefined; aside?: ReactNode }) {
  if (node === undefined) {
    return (
      <span className="flex min-h-8 items-center text-ink-3">
        <span className="sr-only">not there</span>
      </span>
    )
  }
  return (
    // On a phone the type stands below the name, so that both versions are in sight.
    <span className="flex min-h-8 items-center gap-3 max-sm:flex-wrap max-sm:gap-x-2 max-sm:gap-y-0 max-sm:py-1">
      <span
        translate="no"
        title={node.path}
        className="min-w-0 flex-1 truncate font-mono text-xs max-sm:basis-full max-sm:[overflow-wrap:anywhere] max-sm:whitespace-normal"
        style={indent(node.depth)}
      >
        {node.kind === 'root' ? <span className="text-ink-3">data block</span> : node.name}
      </span>
      <span
        className="w-[45%] min-w-0 shrink-0 truncate text-xs max-sm:w-auto max-sm:flex-1 max-sm:whitespace-normal"
        title={node.constraints.join(', ')}
      >
        <span translate="no" className="font-mono text-ink-2">
          {node.type}
        </span>
        {node.kind === 'property' && (
          <span className="ml-2 text-ink-3">{node.required ? 'required' : 'optional'}</span>
        )}
      </span>
      {aside}
    </span>
  )
}

function indent(depth: number) {
  return { paddingLeft: `${Math.max(0, depth - 1) * 1.125}rem` }
}

/** A gap on one side says added or removed; a change on both sides says changed. The words beside it say it again. */
function tintOf(row: AlignedRow, hasChange: boolean): string {
  if (row.before === undefined) return 'bg-safe-soft'
  if (row.after === undefined) return 'bg-breaking-soft'
  return hasChange ? 'bg-risky-soft' : ''
}

const COLOURS = { '+': 'text-safe', '−': 'text-breaking', '±': 'text-risky', '→': 'text-risky' }
