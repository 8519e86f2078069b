'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { May } from '@/components/shell/may'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { paths } from '@/lib/client/paths'
import { versionsParsers } from '@/lib/client/versions-url'
import { CompareSection } from './compare-section'
import { FieldMatrixTable } from './field-matrix-table'
import { VersionStatus } from './version-status'

/** All versions as a matrix, and any two of them side by side. */
export function VersionsScreen({ name }: { name: string }) {
  const { data: newestFirst } = useSuspenseQuery(eventTypeQueries.versions(name))
  const type = useQuery(eventTypeQueries.detail(name))
  const activity = useQuery(eventTypeQueries.activity(name))
  const [state, setState] = useQueryStates(versionsParsers)
  const versions = [...newestFirst].reverse()
  if (versions.length === 0) return <NoVersions name={name} />
  const known = (label: string | null) => versions.find((version) => version.label === label)
  const after = known(state.to) ?? versions.at(-1)
  const before = known(state.from) ?? versions[Math.max(0, versions.findIndex((one) => one === after) - 1)]
  const compare = (from: string, to: string) => void setState({ from, to, change: null }, { history: 'push' })
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      <FieldMatrixTable
        name={name}
        versions={versions}
        inUse={activity.data?.versions ?? []}
        from={before?.label}
        to={after?.label}
        onCompare={compare}
        onlyChanged={state.fields === 'changed'}
        onOnlyChanged={(only) => void setState({ fields: only ? 'changed' : 'all' })}
      />
      {after && (
        <VersionStatus
          version={after}
          owner={type.data?.owner?.slug ?? null}
          labels={versions.map(({ label }) => label)}
        />
      )}
      {before && after && before !== after ? (
        <CompareSection name={name} versions={versions} before={before} after={after} onPair={compare} />
      ) : (
        <p className="text-ink-2">
          There is one version so far. The next one will stand beside it here, with every change and what it
          breaks.
        </p>
      )}
    </div>
  )
}

function NoVersions({ name }: { name: string }) {
  return (
    <EmptyState
      title="No version has been published yet"
      actions={
        <May does="draft">
          <LinkButton look="primary" href={paths.newDraft({ event_type: name })}>
            Draft the first version
          </LinkButton>
        </May>
      }
    >
      Every version would stand here beside the others, with the verdict between neighbours and the share of
      real events each of them has.
    </EmptyState>
  )
}
