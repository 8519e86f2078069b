'use client'

import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import type { InboxItem } from '@/lib/contracts/inbox'
import { BECAUSE_WORDS, TOLD_WORDS } from '@/lib/domain/review/told-words'
import type { InboxGroup } from './group-inbox'

/** Of one proposal so many are shown; the rest opens. */
const SHOWN = 3

interface InboxGroupRowProps {
  group: InboxGroup
  onRead: () => void
}

/** One thing that something happened to: the newest first, in words, and a way to it. */
export function InboxGroupRow({ group, onRead }: InboxGroupRowProps) {
  const isRead = group.every(({ read }) => read)
  const [newest, ...others] = group
  const follow = isRead ? undefined : onRead
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-2 hover:bg-hover">
      <span aria-hidden className={isRead ? 'w-2' : 'w-2 text-accent'}>
        {isRead ? '' : '●'}
      </span>
      <div className="min-w-0 flex-1">
        <Told item={newest} onFollow={follow} />
        {others.slice(0, SHOWN - 1).map((item) => (
          <Told key={item.id} item={item} onFollow={follow} />
        ))}
        {others.length >= SHOWN && (
          <details>
            <summary className="min-h-6 cursor-pointer text-ink-2">
              {others.length - SHOWN + 1} earlier about it
            </summary>
            {others.slice(SHOWN - 1).map((item) => (
              <Told key={item.id} item={item} onFollow={follow} />
            ))}
          </details>
        )}
      </div>
      {!isRead && (
        <Button
          size="small"
          look="quiet"
          onClick={({ currentTarget }) => {
            // It goes when it is done.
            currentTarget.closest('li')?.querySelector('a')?.focus()
            onRead()
          }}
        >
          Mark as read
        </Button>
      )}
    </li>
  )
}

function Told({ item, onFollow }: { item: InboxItem; onFollow: (() => void) | undefined }) {
  const { kind, event_type, webhook, version, body, because, by, at, read } = item
  return (
    <div className="not-first:mt-1.5">
      <p>
        {!read && <span className="sr-only">New: </span>}
        <span className="font-medium">{by}</span> {TOLD_WORDS[kind]}{' '}
        <TextLink href={hrefOf(item)} onClick={onFollow} className="no-underline hover:underline">
          {event_type === null ? webhook : <EventName name={event_type} />} {version}
        </TextLink>
      </p>
      {body !== '' && <p className="truncate text-ink-2">{body}</p>}
      <p className="text-xs text-ink-3">
        <Time at={at} />, because {BECAUSE_WORDS[because]}
      </p>
    </div>
  )
}

function hrefOf({ proposal, event_type, version }: InboxItem): string {
  if (proposal !== null) return paths.draft(proposal)
  if (event_type === null) return paths.settings('webhooks')
  return version === null ? paths.eventType(event_type) : paths.versions(event_type)
}
