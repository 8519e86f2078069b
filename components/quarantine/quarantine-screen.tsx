'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo } from 'react'
import { paths } from '@/lib/client/paths'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import {
  listsMessages,
  quarantineFilter,
  quarantineParsers,
  type QuarantineState,
} from '@/lib/client/quarantine-url'
import { May } from '@/components/shell/may'
import { PageHeader } from '@/components/shell/page-header'
import { byteSize } from '@/components/ui/byte-size'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowList } from '@/components/ui/row-list'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { GROUP_COLUMNS, GROUP_HEIGHT } from './group-columns'
import { GroupFacts } from './group-facts'
import { BESIDE_PANEL, GROUP_BESIDE_PANEL, GROUP_MESSAGE_COLUMNS, MESSAGE_COLUMNS } from './message-columns'
import { QuarantineFilters } from './quarantine-filters'
import { QuarantinePanel } from './quarantine-panel'
import { RetryAll } from './retry-all'

const AHEAD = 40

/**
 * Messages that were no valid events: `/quarantine`. One line for all that say the same, or one for each. What is searched
 * for, the group and the message that are open are in the address.
 */
export function QuarantineScreen() {
  const [state, setState] = useQueryStates(quarantineParsers, { history: 'replace' })
  const open = state.message
  const setOpen = (message: string | null) => void setState({ message }, { history: 'push' })
  const wanted = useMemo(() => quarantineFilter(state), [state])
  const filter = useDeferredValue(wanted)
  const isOfMessages = listsMessages(state)
  const messages = useInfiniteQuery({
    ...quarantineQueries.list(filter),
    placeholderData: keepPreviousData,
    enabled: isOfMessages,
  })
  const groups = useInfiniteQuery({
    ...quarantineQueries.groups(filter),
    placeholderData: keepPreviousData,
    enabled: !isOfMessages,
  })
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = isOfMessages ? messages : groups
  const first = isOfMessages ? messages.data?.pages[0] : groups.data?.pages[0]
  const group = state.group === null ? null : (messages.data?.pages[0]?.group ?? null)
  // Not while another list stands in for it.
  const isGone = state.group !== null && group?.id !== state.group && !messages.isPlaceholderData
  const rows = messages.data?.pages.flatMap(({ items }) => items) ?? []
  const lines = groups.data?.pages.flatMap(({ items }) => items) ?? []
  const isEmpty = (isOfMessages ? rows : lines).length === 0
  const reasons = first?.reasons ?? []
  const matching = reasons
    .filter(({ code }) => filter.code === undefined || code === filter.code)
    .reduce((sum, { count }) => sum + count, 0)
  const reach = (index: number, drawn: number) => {
    if (index > drawn - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return (
    <>
      <PageHeader
        title="Quarantine"
        facts={
          first !== undefined &&
          first.total > 0 && (
            <span role="status" className="text-ink-3">
              {first.total.toLocaleString('en-US')} {first.total === 1 ? 'message' : 'messages'},{' '}
              {byteSize(first.bytes)}
            </span>
          )
        }
      >
        Messages that were received and are no valid event, kept whole with the reason.
      </PageHeader>
      {first === undefined && error === null && <RowsSkeleton label="Loading the quarantine" />}
      {first === undefined && error !== null && (
        <ReadFailure title="The quarantine could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {group && <GroupFacts group={group} back={paths.quarantine({ q: filter.q })} />}
      {first !== undefined && first.total > 0 && !isGone && (
        <QuarantineFilters
          state={state}
          reasons={reasons}
          onChange={(change) =>
            void setState({ ...change, message: null }, { history: 'view' in change ? 'push' : 'replace' })
          }
        >
          <May does="receive-events">
            <RetryAll key={JSON.stringify(filter)} filter={filter} count={matching} />
          </May>
        </QuarantineFilters>
      )}
      {first !== undefined && first.total > 0 && isGone && (
        <EmptyState
          title="No message of this group is left"
          actions={<LinkButton href={paths.quarantine()}>All groups</LinkButton>}
        >
          They are events now, or were erased or dropped.
        </EmptyState>
      )}
      {first !== undefined && first.total > 0 && isEmpty && !isGone && (
        <EmptyState
          title="No message matches"
          actions={<Button onClick={() => void setState({ q: null, code: null })}>Show all</Button>}
        >
          Messages are found by the reason, the type and the id they name, and who sent them; authors,
          reviewers and administrators find them by what is in them too, as it is spelt there.
        </EmptyState>
      )}
      {first?.total === 0 && (
        <EmptyState
          title="Nothing is in quarantine"
          actions={<LinkButton href={paths.explore()}>Look at the events</LinkButton>}
        >
          A message that is no JSON, or whose envelope lacks something, would be kept here, whole and with the
          reason, until it is tried again.
        </EmptyState>
      )}
      {first !== undefined && !isEmpty && (
        <div className="flex min-w-0 flex-1 border-t border-line">
          <div className="min-w-0 flex-1 pb-16">
            {isOfMessages ? (
              <RowList
                label="Messages in quarantine, newest first"
                rows={rows}
                columns={messageColumns(state)}
                rowKey={(row) => row.id}
                href={(row) => paths.quarantine({ view: 'messages', ...filter, message: row.id })}
                onSelect={(row) => setOpen(row.id)}
                selectedKey={open}
                keys={{ close: () => setOpen(null) }}
                onReach={(index) => reach(index, rows.length)}
              />
            ) : (
              <RowList
                label="Messages in quarantine by what they have in common, last received first"
                rows={lines}
                columns={GROUP_COLUMNS}
                rowKey={(line) => line.id}
                rowHeight={GROUP_HEIGHT}
                href={(line) => paths.quarantine({ group: line.id, q: filter.q })}
                keys={{ close: () => setOpen(null) }}
                onReach={(index) => reach(index, lines.length)}
              />
            )}
          </div>
          {open !== null && <QuarantinePanel key={open} id={open} onClose={() => setOpen(null)} />}
        </div>
      )}
    </>
  )
}

function messageColumns({ group, message }: QuarantineState) {
  if (group !== null) return message === null ? GROUP_MESSAGE_COLUMNS : GROUP_BESIDE_PANEL
  return message === null ? MESSAGE_COLUMNS : BESIDE_PANEL
}
