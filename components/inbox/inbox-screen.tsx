'use client'

import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { inboxQueries } from '@/lib/client/inbox-queries'
import { useReadInbox } from '@/lib/client/inbox-mutations'
import { useMe } from '@/lib/client/me'
import { groupInbox } from './group-inbox'
import { InboxGroupRow } from './inbox-group-row'

/** What one was told, newest first: who did what to which event type, and why one hears of it. */
export function InboxScreen() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    inboxQueries.list(),
  )
  const list = useRef<HTMLUListElement>(null)
  const me = useMe()
  const read = useReadInbox()
  const items = data.pages.flatMap((page) => page.items)
  const seen = items.filter((item) => !item.read).length
  const unread = useQuery(inboxQueries.unread()).data?.unread ?? seen
  const [newest] = items
  return (
    <>
      <PageHeader
        title="Inbox"
        facts={
          <span className="text-ink-3">
            {unread === 0 ? 'nothing new' : `${unread.toLocaleString('en')} new`}
          </span>
        }
        actions={
          newest !== undefined &&
          unread > 0 && (
            <Button
              busy={read.isPending}
              onClick={() => {
                // It goes when it is done.
                list.current?.querySelector('a')?.focus()
                read.mutate({ up_to: newest.id })
              }}
            >
              Mark all as read
            </Button>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title="Nothing yet"
          actions={
            me.kind === 'person' ? undefined : <LinkButton href="/sign-in?to=/inbox">Sign in</LinkButton>
          }
        >
          {me.kind === 'person'
            ? 'What happens to your proposals, to what your team owns and to what it consumes is told here.'
            : 'Sign in to see what you are told: the inbox is a person’s.'}
        </EmptyState>
      ) : (
        <ul ref={list} className="border-t border-line">
          {groupInbox(items).map((group) => (
            <InboxGroupRow
              key={group[0].proposal ?? group[0].id}
              group={group}
              onRead={() => {
                const [{ id, proposal }] = group
                read.mutate(proposal === null ? { id } : { up_to: id, proposal })
              }}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className="px-5 py-3">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Reading …' : 'Older'}
          </Button>
        </div>
      )}
    </>
  )
}
