'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { FieldDetail } from '@/components/schema/field-detail'
import { SchemaTreeView } from '@/components/schema/schema-tree-view'
import { May } from '@/components/shell/may'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { ReadFailure } from '@/components/ui/read-failure'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { VersionStatus } from '@/components/versions/version-status'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { eventTypeParsers } from '@/lib/client/event-type-url'
import { paths } from '@/lib/client/paths'
import type { Json } from '@/lib/domain/json/json'
import { isWithin } from '@/lib/domain/json/pointer'
import { buildSchemaTree, flattenTree } from '@/lib/domain/schema/schema-tree'
import { VersionFindings } from './version-findings'

/** The schema of one version: as a tree one can search, or as its source. */
export function SchemaTab({ name }: { name: string }) {
  const { data: type } = useSuspenseQuery(eventTypeQueries.detail(name))
  const [state, setState] = useQueryStates(eventTypeParsers)
  const label = state.version ?? type.latest_version
  const version = useQuery({ ...eventTypeQueries.version(name, label ?? ''), enabled: label !== null })
  const labels = useQuery({ ...eventTypeQueries.versions(name), enabled: type.versions_count > 1 })
  const tree = useMemo(
    () => (version.data ? buildSchemaTree(version.data.schema as Json) : undefined),
    [version.data],
  )
  const source = useMemo(() => JSON.stringify(version.data?.schema ?? null, null, 2), [version.data])
  if (label === null) return <NoSchema name={name} />
  if (version.isError) {
    return (
      <ReadFailure
        title="This version could not be read"
        error={version.error}
        onRetry={() => void version.refetch()}
      />
    )
  }
  const nodes = tree === undefined ? [] : flattenTree(tree.root)
  const selected = nodes.find(({ pointer }) => pointer === state.field) ?? nodes[0]
  const options = (labels.data ?? [{ label }]).map((one) => ({ value: one.label, label: one.label }))
  return (
    <div className="flex flex-col gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          small
          aria-label="Version"
          className="w-32"
          value={label}
          options={options}
          onChange={(event) => void setState({ version: event.target.value })}
        />
        <Input
          type="search"
          aria-label="Search fields"
          placeholder="Search fields, types, descriptions"
          className="max-w-72"
          value={state.q}
          onChange={(event) => void setState({ q: event.target.value || null })}
        />
        <span role="group" aria-label="Show as" className="flex gap-1">
          {(['tree', 'source'] as const).map((show) => (
            <Button
              key={show}
              look={state.show === show ? 'plain' : 'quiet'}
              aria-pressed={state.show === show}
              onClick={() => void setState({ show })}
            >
              {show === 'tree' ? 'Tree' : 'JSON'}
            </Button>
          ))}
        </span>
        <span className="text-xs text-ink-3">
          {version.data && (
            <>
              published <Time at={version.data.published_at} /> by {version.data.published_by}
            </>
          )}
        </span>
        <CopyButton text={source} what="the schema" className="ml-auto border border-line px-2 text-xs">
          Copy schema
        </CopyButton>
      </div>
      {version.data && (version.data.status !== 'active' || version.data.breaking_reason !== '') && (
        <VersionStatus
          version={version.data}
          owner={type.owner?.slug ?? null}
          labels={options.map(({ value }) => value)}
        />
      )}
      {tree === undefined ? (
        <RowsSkeleton rows={14} label="Loading the schema" />
      ) : state.show === 'source' ? (
        <Box>
          <CodeBlock label={`Schema of ${name} ${label}`} className="max-h-[75dvh] p-3">
            {source}
          </CodeBlock>
        </Box>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <Box className="overflow-hidden">
            <SchemaTreeView
              key={label}
              root={tree.root}
              label={`Fields of ${name} ${label}`}
              query={state.q}
              selected={state.field}
              onSelect={(field) => void setState({ field })}
            />
            <FieldCount shown={nodes.length - 1} query={state.q} isCut={tree.truncated} />
          </Box>
          <div className="lg:sticky lg:top-[calc(var(--header-height)+1rem)]">
            {selected && <FieldDetail node={selected} />}
            {version.data && (
              <div className="mt-4">
                <VersionFindings
                  owner={type.owner?.slug ?? null}
                  version={version.data}
                  onReveal={(pointer) => void setState({ field: nodeAbove(nodes, pointer) })}
                />
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

/** The place of the tree that a finding is at, or the nearest one above it. */
function nodeAbove(nodes: readonly { pointer: string }[], pointer: string): string {
  const above = nodes.filter((node) => isWithin(pointer, node.pointer))
  return above.sort((a, b) => b.pointer.length - a.pointer.length)[0]?.pointer ?? ''
}

function FieldCount({ shown, query, isCut }: { shown: number; query: string; isCut: boolean }) {
  return (
    <p role="status" className="px-3 py-2 text-xs text-ink-3">
      {query === '' ? `${shown} places` : `Fields that match “${query}”, and the way to them`}
      {isCut && ' · the schema is larger than what is shown: read the rest in its source'}
    </p>
  )
}

function NoSchema({ name }: { name: string }) {
  return (
    <EmptyState
      title="No schema has been published yet"
      actions={
        <May does="draft">
          <LinkButton look="primary" href={paths.newDraft({ event_type: name })}>
            Draft the first version
          </LinkButton>
        </May>
      }
    >
      Its fields would stand here as a tree, with types, limits and meaning. Until then no event of this type
      can be checked.
    </EmptyState>
  )
}
