'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Bone } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { Activity } from '@/lib/contracts/event-type'
import type { Diff, SchemaVersion } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import { fieldMatrix, type CellMark, type MatrixCell } from '@/lib/domain/schema/field-matrix'
import { verdictWords } from './verdict-words'

interface FieldMatrixTableProps {
  name: string
  /** Oldest first. */
  versions: readonly SchemaVersion[]
  inUse: Activity['versions']
  from: string | undefined
  to: string | undefined
  onCompare: (from: string, to: string) => void
  onlyChanged: boolean
  onOnlyChanged: (only: boolean) => void
}

/** Rows drawn at first: thousands of cells stop a page. */
const SHOWN = 250

/** Every version at once: fields down, versions across, so that one sees when each field came, changed and went. */
export function FieldMatrixTable(props: FieldMatrixTableProps) {
  const { name, versions, inUse, from, to, onCompare, onlyChanged, onOnlyChanged } = props
  const [all, setAll] = useState(false)
  const region = useRef<HTMLDivElement>(null)
  // Of many versions the two that are compared come into sight, and the page stays where it is.
  useEffect(() => {
    const heads = [...(region.current?.querySelectorAll<HTMLElement>('[data-side]') ?? [])]
    const [first, last] = [heads[0], heads.at(-1)]
    if (!region.current || !first || !last) return
    const fixed = region.current.querySelector<HTMLElement>('th')?.offsetWidth ?? 0
    const { scrollLeft, clientWidth } = region.current
    const end = last.offsetLeft + last.offsetWidth - clientWidth
    const isInSight = first.offsetLeft - fixed >= scrollLeft && end <= scrollLeft
    if (!isInSight) region.current.scrollLeft = Math.min(Math.max(0, end), first.offsetLeft - fixed)
  }, [from, to])
  const matrix = useMemo(
    () => fieldMatrix(versions.map(({ label, schema }) => ({ label, schema: schema as Json }))),
    [versions],
  )
  const verdicts = useQueries({
    queries: versions.slice(1).map((version, index) => ({
      ...eventTypeQueries.diff(name, versions[index]?.label ?? '', version.label),
    })),
  })
  const differing = matrix.rows.filter(({ cells }) =>
    cells.some(({ mark }) => mark !== 'same' && mark !== 'absent'),
  )
  const rows = onlyChanged ? differing : matrix.rows
  const shown = all ? rows : rows.slice(0, SHOWN)
  const shares = new Map(inUse.map(({ version, share }) => [version, share]))
  return (
    <Box
      title={
        <>
          Every version <span className="font-normal text-ink-3">fields down, versions across</span>
        </>
      }
      aside={
        <>
          <Legend />
          <Button
            size="small"
            look={onlyChanged ? 'plain' : 'quiet'}
            aria-pressed={onlyChanged}
            onClick={() => onOnlyChanged(!onlyChanged)}
          >
            Only what changed
          </Button>
        </>
      }
    >
      {/* A region that scrolls must be reachable by keyboard. */}
      <div
        ref={region}
        role="region"
        aria-label={`Fields of ${name} in every version`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
        className="relative max-h-[min(34rem,52dvh)] overflow-auto rounded-b-lg -outline-offset-2"
      >
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 h-13 min-w-44 border-r border-b border-line bg-surface px-3 text-left text-xs font-medium text-ink-3 max-sm:min-w-32"
              >
                Field
              </th>
              {versions.map((version, index) => (
                <VersionHead
                  key={version.label}
                  version={version}
                  verdict={index === 0 ? null : (verdicts[index - 1]?.data ?? undefined)}
                  failed={index > 0 && verdicts[index - 1]?.isError === true}
                  side={version.label === from ? 'before' : version.label === to ? 'after' : null}
                  onCompare={() => {
                    const before = versions[index - 1] ?? version
                    const after = index === 0 ? versions[1] : version
                    if (after) onCompare(before.label, after.label)
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key} className="group">
                <th
                  scope="row"
                  title={row.path}
                  translate="no"
                  className="sticky left-0 z-10 h-7 max-w-72 truncate border-r border-b border-line bg-surface px-3 text-left font-mono text-xs font-normal group-hover:bg-hover max-sm:max-w-40"
                >
                  {row.depth > 0 && (
                    <span aria-hidden className="text-ink-3">
                      {'· '.repeat(row.depth)}
                    </span>
                  )}
                  {row.name}
                </th>
                {row.cells.map((cell, index) => (
                  <Cell key={matrix.labels[index] ?? index} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th
                scope="row"
                className="sticky bottom-0 left-0 z-20 h-9 border-r border-t border-line bg-surface px-3 text-left text-xs font-normal text-ink-2"
              >
                Events, last 30 days
              </th>
              {versions.map(({ label }) => (
                <ShareCell key={label} share={shares.get(label) ?? 0} />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {(rows.length > shown.length || matrix.truncated || rows.length === 0) && (
        <p className="flex items-center gap-3 border-t border-line px-3 py-2 text-xs text-ink-3">
          {rows.length > shown.length && (
            <Button size="small" onClick={() => setAll(true)}>
              Show all {rows.length} fields
            </Button>
          )}
          {matrix.truncated && 'A schema is larger than what a matrix can show.'}
          {rows.length === 0 && 'No field changed in any version.'}
        </p>
      )}
    </Box>
  )
}

function Legend() {
  return (
    <span className="flex gap-3 text-xs max-sm:hidden">
      <span className="text-safe">+ added</span>
      <span className="text-risky">± changed</span>
      <span className="text-breaking">− removed</span>
    </span>
  )
}

interface VersionHeadProps {
  version: SchemaVersion
  /** null for the first version, undefined while it is read. */
  verdict: Diff | null | undefined
  failed: boolean
  side: 'before' | 'after' | null
  onCompare: () => void
}

function VersionHead({ version, verdict, failed, side, onCompare }: VersionHeadProps) {
  return (
    <th
      scope="col"
      data-side={side ?? undefined}
      className={classNames(
        'sticky top-0 z-10 h-13 min-w-30 border-r border-b border-line bg-surface px-2 text-center align-middle font-normal last:border-r-0',
        side !== null && 'shadow-[inset_0_2px_0_var(--accent)]',
      )}
    >
      <button
        type="button"
        onClick={onCompare}
        title={verdict === null ? 'Compare with the version after it' : 'Compare with the version before it'}
        className="inline-flex flex-col items-center rounded-md px-1.5 py-0.5 hover:bg-hover"
      >
        <span translate="no" className="font-mono text-xs font-medium text-ink">
          {version.label}
          {version.status !== 'active' && (
            <span className="ml-1 font-sans font-normal text-risky">{version.status}</span>
          )}
          {side !== null && <span className="sr-only"> ({side} in the comparison below)</span>}
        </span>
        <span className="mt-0.5 flex h-[1.125rem] items-center">
          <Verdict verdict={verdict} failed={failed} />
        </span>
      </button>
    </th>
  )
}

function Verdict({ verdict, failed }: { verdict: Diff | null | undefined; failed: boolean }) {
  if (verdict === null) return <span className="text-xs text-ink-3">first</span>
  if (failed) return <span className="text-xs text-ink-3">not read</span>
  if (verdict === undefined) return <Bone className="h-3 w-20" />
  const { words, tone } = verdictWords(verdict)
  return <Tag tone={tone}>{words}</Tag>
}

const MARKS: Record<CellMark, string> = {
  absent: 'text-line-strong',
  same: 'text-ink-2',
  added: 'bg-safe-soft text-safe',
  changed: 'bg-risky-soft text-risky',
  removed: 'bg-breaking-soft text-breaking',
}
const GLYPHS: Record<CellMark, string> = { absent: '', same: '', added: '+ ', changed: '± ', removed: '− ' }

function Cell({ cell }: { cell: MatrixCell }) {
  const { mark, words, type, changes } = cell
  const said = [type, ...changes].filter((text) => text !== '').join('; ')
  return (
    <td
      title={said === '' ? undefined : said}
      className={classNames(
        'h-7 max-w-40 truncate border-r border-b border-line px-2 text-center font-mono text-xs last:border-r-0',
        MARKS[mark],
      )}
    >
      {mark === 'absent' ? (
        <>
          <span aria-hidden>·</span>
          <span className="sr-only">not there</span>
        </>
      ) : (
        <>
          <span aria-hidden>{GLYPHS[mark]}</span>
          {mark === 'removed' ? 'gone' : words}
          {mark !== 'same' && mark !== 'removed' && <span className="sr-only"> {mark}</span>}
        </>
      )}
    </td>
  )
}

function ShareCell({ share }: { share: number }) {
  const words = share > 0 && share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1).replace('.0', '')} %`
  return (
    <td className="sticky bottom-0 border-r border-t border-line bg-surface px-2 last:border-r-0">
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-hover">
        <div
          className="h-full rounded-full bg-accent forced-colors:bg-[CanvasText]"
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </div>
      <span className="font-mono text-2xs text-ink-3">{words}</span>
    </td>
  )
}
