'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { May } from '@/components/shell/may'
import { PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { RowList } from '@/components/ui/row-list'
import { Select } from '@/components/ui/select'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { TabLinks } from '@/components/ui/tabs'
import { draftQueries } from '@/lib/client/draft-queries'
import { paths } from '@/lib/client/paths'
import { queueFilter, queueParsers, type QueueFilter } from '@/lib/client/queue-url'
import type { Reference } from '@/lib/contracts/people'
import { QUEUES, usualSort, type Queue } from '@/lib/domain/review/queue'
import { NothingInQueue } from './nothing-in-queue'
import { queueColumns } from './queue-columns'

const NAMES: Record<Queue, string> = {
  waiting: 'Waiting for me',
  mine: 'Mine',
  open: 'All open',
  ended: 'Ended',
}
/** The next page is asked for when so many rows are left. */
const AHEAD = 40

/** Everything that is being written and reviewed, by whom it waits for, whose it is and how long: `/proposals`. */
export function QueueScreen() {
  const [state, setState] = useQueryStates(queueParsers, { history: 'push' })
  const filter = useMemo(() => queueFilter(state), [state])
  const { queue, sort } = filter
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...draftQueries.queue(filter),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const overview = data?.pages[0]?.overview
  const columns = useMemo(() => {
    const other = sort === 'oldest' ? 'newest' : 'oldest'
    return queueColumns(sort, () => void setState({ sort: other === usualSort(queue) ? null : other }))
  }, [queue, sort, setState])
  return (
    <>
      <PageHeader
        title="Proposals"
        actions={
          <>
            <PartySelect
              label="Owner"
              none="Every owner"
              value={filter.owner}
              parties={overview?.owners ?? []}
              onChange={(owner) => void setState({ owner })}
            />
            <PartySelect
              label="Domain"
              none="Every domain"
              value={filter.domain}
              parties={overview?.domains ?? []}
              onChange={(domain) => void setState({ domain })}
            />
            <May does="draft">
              <LinkButton look="primary" href={paths.newDraft()}>
                Draft an event
              </LinkButton>
            </May>
          </>
        }
      />
      <TabLinks
        label="Queues"
        tabs={QUEUES.map((each) => ({
          href: hrefOf(each, filter),
          label: NAMES[each],
          current: queue === each,
          count: overview?.counts[each],
        }))}
      />
      {data === undefined && error === null && <RowsSkeleton label="Loading the proposals" />}
      {data === undefined && error !== null && (
        <ReadFailure title="The proposals could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {overview && rows.length === 0 && (
        <NothingInQueue
          filter={filter}
          overview={overview}
          onEverybody={() => void setState({ owner: null, domain: null })}
        />
      )}
      {rows.length > 0 && (
        <RowList
          label={NAMES[queue]}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          href={({ id }) => paths.draft(id)}
          onReach={(index) => {
            if (index > rows.length - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage()
          }}
        />
      )}
    </>
  )
}

/** The queue of the same owner and domain, in its usual order. */
function hrefOf(queue: Queue, { owner, domain }: QueueFilter): string {
  return paths.proposals({ queue: queue === 'open' ? undefined : queue, owner, domain })
}

interface PartySelectProps {
  label: string
  none: string
  value: string | undefined
  parties: readonly Reference[]
  onChange: (slug: string | null) => void
}

/** Not there where there is nothing to choose from. What an address names stays chosen, also where nothing is theirs. */
function PartySelect({ label, none, value, parties, onChange }: PartySelectProps) {
  if (parties.length < 2 && value === undefined) return null
  const options = parties.map(({ slug, name }) => ({ value: slug, label: name }))
  if (value !== undefined && !parties.some(({ slug }) => slug === value))
    options.push({ value, label: value })
  return (
    <Select
      small
      aria-label={label}
      className="w-36 sm:w-44"
      value={value ?? ''}
      none={none}
      options={options}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
