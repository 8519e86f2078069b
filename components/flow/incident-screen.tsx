'use client'

import { useQuery } from '@tanstack/react-query'
import { flowQueries } from '@/lib/client/flow-queries'
import { paths } from '@/lib/client/paths'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { FlowFrame } from './flow-frame'
import { IncidentRow } from './incident-row'

/** Where more chains than usual stop: `/flows/stops`. */
export function IncidentScreen() {
  const { data, error, refetch } = useQuery({ ...flowQueries.incidents(), refetchInterval: 60_000 })
  return (
    <FlowFrame current="stops">
      {data === undefined && error === null && <RowsSkeleton label="Looking where flows stop" />}
      {data === undefined && error !== null && (
        <ReadFailure
          title="Where flows stop could not be found out"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          title="No flow stops more often than usual"
          actions={<LinkButton href={paths.flows()}>See what usually happens</LinkButton>}
        >
          Every step is measured hour by hour. Where clearly fewer events lead on than in the last 30 days,
          and it is no chance, the step stands here, with the chains it stopped in.
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <p role="status" className="px-5 py-2 text-xs text-ink-3">
            {data.items.length === 1 ? '1 incident' : `${data.items.length} incidents`} of the last 30 days,{' '}
            {data.items.filter(({ ongoing }) => ongoing).length} going on
          </p>
          <ul className="border-t border-line">
            {data.items.map((incident) => (
              <IncidentRow
                key={`${incident.since}\n${incident.stops[0]?.from}\n${incident.stops[0]?.to}`}
                incident={incident}
              />
            ))}
          </ul>
        </>
      )}
    </FlowFrame>
  )
}
