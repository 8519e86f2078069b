'use client'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@/components/ui/link'
import { inboxQueries } from '@/lib/client/inbox-queries'
import { useMe } from '@/lib/client/me'
import { paths } from '@/lib/client/paths'

/** The way to what one was told, and how much of it is new. */
export function InboxLink() {
  const me = useMe()
  const { data } = useQuery({ ...inboxQueries.unread(), enabled: me.kind === 'person' })
  if (me.kind !== 'person') return null
  const unread = data?.unread ?? 0
  return (
    <Link
      href={paths.inbox()}
      className="inline-flex h-6 min-w-6 items-center gap-1.5 rounded-md px-1.5 text-xs text-ink-2 hover:bg-hover hover:text-ink"
    >
      Inbox
      {unread > 0 && (
        <span className="rounded-full bg-accent-soft px-1.5 font-medium text-accent tabular-nums">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> new</span>
        </span>
      )}
    </Link>
  )
}
