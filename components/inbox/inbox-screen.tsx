'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { inboxQueries } from '@/lib/client/inbox-queries'
import { useReadInbox } from '@/lib/client/inbox-mutations'
import { useMe } from '@/lib/client/me'
import { paths } from '@/lib/client/paths'
import type { InboxItem } from '@/lib/contracts/inbox'
import { BECAUSE_WORDS, TOLD_WORDS } from '@/lib/domain/review/told-words'

/** What one was told, newest first: who did what to which event type, and why one hears of it. */
export function InboxScreen() {
  const { data: items } = useSuspenseQuery(inboxQueries.list())
  const me = useMe()
  const read = useReadInbox()
  const unread = items.filter((item) => !item.read).length
  const [newest] = items
  return (
    <>
      <PageHeader
        title="Inbox"
        facts={<span className="text-ink-3">{unread === 0 ? 'nothing new' : `${unread} new`}</span>}
        actions={
          newest !== undefined &&
          unread > 0 && (
            <Button busy={read.isPending} onClick={() => read.mutate({ up_to: newest.id })}>
              Mark all as read
            </Button>
          )
        }
      />
      {items.length === 0 && (
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
      )}
      <ul className="border-t border-line">
        {items.map((item) => (
          <Item key={item.id} item={item} onRead={() => read.mutate({ id: item.id })} />
        ))}
      </ul>
    </>
  )
}

function Item({ item, onRead }: { item: InboxItem; onRead: () => void }) {
  const { kind, event_type, webhook, proposal, version, body, because, by, at } = item
  const href =
    proposal !== null
      ? paths.draft(proposal)
      : event_type !== null
        ? paths.versions(event_type)
        : paths.settings('webhooks')
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-2 hover:bg-hover">
      <span aria-hidden className={item.read ? 'w-2' : 'w-2 text-accent'}>
        {item.read ? '' : '●'}
      </span>
      <div className="min-w-0 flex-1">
        <p>
          {!item.read && <span className="sr-only">New: </span>}
          <span className="font-medium">{by}</span> {TOLD_WORDS[kind]}{' '}
          <TextLink
            href={href}
            onClick={item.read ? undefined : onRead}
            className="no-underline hover:underline"
          >
            {event_type === null ? webhook : <EventName name={event_type} />} {version}
          </TextLink>
        </p>
        {body !== '' && <p className="truncate text-ink-2">{body}</p>}
        <p className="text-xs text-ink-3">
          <Time at={at} />, because {BECAUSE_WORDS[because]}
        </p>
      </div>
      {!item.read && (
        <Button size="small" look="quiet" onClick={onRead}>
          Read
        </Button>
      )}
    </li>
  )
}
