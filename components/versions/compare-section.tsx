'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useQueryStates } from 'nuqs'
import { useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { versionsParsers } from '@/lib/client/versions-url'
import type { Change } from '@/lib/contracts/compatibility'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { alignTrees } from '@/lib/domain/diff/align-trees'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'
import { AlignedTrees } from './aligned-trees'
import { ChangeList } from './change-list'
import { CompareBar } from './compare-bar'
import { EvidenceBox } from './evidence-box'

const TextDiff = dynamic(() => import('./text-diff').then((module) => module.TextDiff), { ssr: false })

interface CompareSectionProps {
  name: string
  versions: readonly SchemaVersion[]
  before: SchemaVersion
  after: SchemaVersion
  onPair: (from: string, to: string) => void
}

/** Two versions side by side: the verdict both ways, each change at its place, and events that prove it. */
export function CompareSection({ name, versions, before, after, onPair }: CompareSectionProps) {
  const [state, setState] = useQueryStates(versionsParsers)
  const diff = useQuery(eventTypeQueries.diff(name, before.label, after.label))
  const section = useRef<HTMLElement>(null)
  const changes = useMemo(
    () => inTreeOrder(before, after, diff.data?.changes ?? []),
    [before, after, diff.data],
  )
  const current = state.change !== null && state.change < changes.length ? state.change : null
  const show = (index: number | null) => void setState({ change: index })
  const step = (by: 1 | -1) => {
    if (changes.length === 0) return
    const start = current ?? (by === 1 ? -1 : changes.length)
    show((start + by + changes.length) % changes.length)
  }
  useGlobalKeys({ nextChange: () => step(1), previousChange: () => step(-1) })
  useEffect(() => {
    if (current === null) return
    const row = [...(section.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])].find((element) =>
      element.dataset.change?.split(' ').includes(String(current)),
    )
    row?.scrollIntoView({ block: 'nearest' })
  }, [current, state.view, changes])

  return (
    <section ref={section} aria-label="Two versions side by side" className="flex flex-col gap-3">
      <CompareBar
        labels={versions.map(({ label }) => label)}
        from={before.label}
        to={after.label}
        view={state.view}
        diff={diff.data && { ...diff.data, changes }}
        current={current}
        onPair={onPair}
        onView={(view) => void setState({ view })}
        onChange={show}
      />
      {diff.isError && (
        <ReadFailure
          title="These two could not be compared"
          error={diff.error}
          onRetry={() => void diff.refetch()}
        />
      )}
      {diff.isPending && <RowsSkeleton rows={12} label="Comparing" />}
      {diff.data && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0">
            {state.view === 'trees' && (
              <AlignedTrees
                before={before}
                after={after}
                changes={changes}
                current={current}
                onChange={show}
              />
            )}
            {state.view === 'list' && <ChangeList changes={changes} current={current} onChange={show} />}
            {state.view === 'text' && (
              <>
                <p className="mb-2 flex gap-1">
                  {(['split', 'unified'] as const).map((layout) => (
                    <Button
                      key={layout}
                      size="small"
                      look={state.layout === layout ? 'plain' : 'quiet'}
                      aria-pressed={state.layout === layout}
                      onClick={() => void setState({ layout })}
                    >
                      {layout === 'split' ? 'Split' : 'Unified'}
                    </Button>
                  ))}
                </p>
                <TextDiff
                  before={JSON.stringify(before.schema, null, 2)}
                  after={JSON.stringify(after.schema, null, 2)}
                  layout={state.layout}
                  change={current === null ? null : (changes[current] ?? null)}
                />
              </>
            )}
          </div>
          <div className="xl:sticky xl:top-[calc(var(--header-height)+1rem)]">
            <EvidenceBox
              diff={diff.data}
              change={current === null ? null : (changes[current] ?? null)}
              onBack={() => show(null)}
            />
          </div>
        </div>
      )}
    </section>
  )
}

/** Changes as one meets them reading the trees from top to bottom: that is the order of `n` and `p` in every view. */
function inTreeOrder(before: SchemaVersion, after: SchemaVersion, changes: readonly Change[]): Change[] {
  const trees = [before, after].map(({ schema }) => buildSchemaTree(schema as Json).root)
  const [old, now] = trees
  if (!old || !now) return [...changes]
  return alignTrees(old, now, changes).flatMap((row) => row.changes.flatMap((index) => changes[index] ?? []))
}
