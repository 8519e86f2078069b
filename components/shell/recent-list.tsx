'use client'

import { Link } from '@/components/ui/link'
import { EventName } from '@/components/event/event-name'
import { cutMiddle } from '@/components/event/cut-middle'
import { useRecentItems } from '@/lib/client/recent'

/** What this browser opened lately. */
export function RecentList() {
  const items = useRecentItems()
  if (items.length === 0) return null
  return (
    <nav aria-labelledby="recent-heading">
      <h2 id="recent-heading" className="px-2 pb-1 text-2xs font-medium text-ink-3">
        Recent
      </h2>
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}

              title={item.title}
              className="flex h-6 items-center rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink"
            >
              <RecentTitle kind={item.kind} title={item.title} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function RecentTitle({ kind, title }: { kind: string; title: string }) {
  if (kind === 'event') return <span className="font-mono text-xs">{cutMiddle(title)}</span>
  return (
    <span className="truncate">
      {kind === 'event-type' || kind === 'draft' ? <EventName name={title} /> : title}
      {kind === 'draft' && <span className="text-ink-3"> draft</span>}
    </span>
  )
}
