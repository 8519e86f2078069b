'use client'

import { Link } from '@/components/ui/link'
import { EventTypeLink } from '@/components/event/event-type-link'
import { OwnerLink } from '@/components/event/owner-link'
import { Sparkline } from '@/components/event/sparkline'
import { Time } from '@/components/event/time'
import { VersionLabel } from '@/components/event/version-label'
import { perDay } from '@/components/catalog/per-day'
import { useCatalogRows } from '@/components/catalog/use-catalog-rows'
import { FACES, type NavItem } from '@/components/shell/nav-items'
import { useOverlays } from '@/components/shell/use-overlays'
import { RecentTitle } from '@/components/shell/recent-list'
import { Box } from '@/components/ui/box'
import { Icon } from '@/components/ui/icon'
import { draftQueries } from '@/lib/client/draft-queries'
import { paths } from '@/lib/client/paths'
import { useRecentItems } from '@/lib/client/recent'
import { START_ROWS, type CatalogFilter } from '@/lib/client/event-type-queries'
import { useQuery } from '@tanstack/react-query'
import { FirstSteps } from './first-steps'

const BUSIEST: CatalogFilter = { sort: 'events' }
const CHANGED: CatalogFilter = { sort: 'updated' }

const ABOUT: Record<string, string> = {
  [paths.catalog()]: 'Find an event to consume, and whom to ask about it',
  [paths.explore()]: 'Follow one event along its chain',
  [paths.flows()]: 'See what usually follows what, and how soon',
  [paths.proposals()]: 'Draft the next event, and publish it',
}

/**
 * Where one begins: the four faces, what one was at, what changed.
 * @param first whether nobody is there yet who could sign in
 */
export function StartScreen({ first }: { first: boolean }) {
  const busiest = useCatalogRows(BUSIEST)
  const { openPalette, preparePalette } = useOverlays()
  const isEmpty = busiest.isSettled && busiest.total === 0
  return (
    <div className="mx-auto w-full max-w-5xl px-5 py-8">
      <h1 className="text-xl font-[450] tracking-tight">
        What <span className="verb">happened</span>?
      </h1>
      <button
        type="button"
        onClick={openPalette}
        onPointerEnter={preparePalette}
        onFocus={preparePalette}
        aria-haspopup="dialog"
        className="mt-3 flex h-10 w-full max-w-2xl items-center gap-2.5 rounded-lg border border-line-strong bg-surface px-3 text-left text-base text-ink-3 hover:border-line-field"
      >
        <Icon name="explore" />
        <span className="truncate">
          An event, a field, an owner; or paste an event id, a trace id, an order number
        </span>
      </button>
      <ul className="mt-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {FACES.map((face) => (
          <li key={face.href}>
            <Face item={face} count={face.href === paths.catalog() ? busiest.total : undefined} />
          </li>
        ))}
      </ul>
      {isEmpty ? (
        <FirstSteps first={first} />
      ) : (
        <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Busiest rows={busiest} />
          <div className="flex flex-col gap-4">
            <Changed />
            <Drafts />
            <Recent />
          </div>
        </div>
      )}
    </div>
  )
}

function Face({ item, count }: { item: NavItem; count: number | undefined }) {
  return (
    <Link
      href={item.href}
      className="flex h-full flex-col gap-1 rounded-lg border border-line bg-surface px-3 py-2.5 hover:border-line-strong hover:bg-hover"
    >
      <span className="flex items-center gap-2 font-semibold">
        <Icon name={item.icon} className="shrink-0 text-accent" />
        {item.label}
        {count !== undefined && <span className="font-normal text-ink-3">{count.toLocaleString('en')}</span>}
      </span>
      <span className="text-ink-2">{ABOUT[item.href]}</span>
    </Link>
  )
}

function Busiest({ rows: { rows } }: { rows: ReturnType<typeof useCatalogRows> }) {
  return (
    <Box title="Busiest" aside="events a day, last 30 days">
      <ul>
        {rows.slice(0, START_ROWS).map((row) => (
          <li
            key={row.name}
            className="flex min-h-8 items-center gap-3 border-b border-line px-3 last:border-b-0"
          >
            <span className="min-w-0 flex-1 truncate">
              <EventTypeLink name={row.name} kind={row.kind} />
            </span>
            <span className="hidden truncate text-ink-2 sm:block">
              <OwnerLink owner={row.owner} />
            </span>
            <span className="text-ink-3">
              <Sparkline values={row.daily} label={`Events of each of the last ${row.daily.length} days`} />
            </span>
            <span className="w-14 text-right font-mono text-xs text-ink-2">{perDay(row.events_per_day)}</span>
          </li>
        ))}
      </ul>
    </Box>
  )
}

function Changed() {
  const { rows } = useCatalogRows(CHANGED)
  return (
    <Box title="Changed last" aside={<Link href={`${paths.catalog()}?sort=updated`}>All</Link>}>
      <ul>
        {rows.slice(0, START_ROWS).map((row) => (
          <li
            key={row.name}
            className="flex min-h-8 items-center gap-3 border-b border-line px-3 last:border-b-0"
          >
            <span className="min-w-0 flex-1 truncate">
              <EventTypeLink name={row.name} kind={row.kind} />
            </span>
            <VersionLabel label={row.latest_version} className="text-ink-2" />
          </li>
        ))}
      </ul>
    </Box>
  )
}

function Drafts() {
  const { data: drafts = [] } = useQuery(draftQueries.list({ state: 'draft' }))
  if (drafts.length === 0) return null
  return (
    <Box title="Open drafts" aside={drafts.length}>
      <ul>
        {drafts.slice(0, START_ROWS).map((draft) => (
          <li
            key={draft.id}
            className="flex min-h-8 items-center gap-3 border-b border-line px-3 last:border-b-0"
          >
            <Link href={paths.draft(draft.id)} className="min-w-0 flex-1 truncate rounded-sm hover:underline">
              <RecentTitle kind="event-type" title={draft.event_type} />
            </Link>
            <VersionLabel label={draft.label || null} className="text-ink-2" />
            <Time at={draft.updated_at} className="text-ink-3" />
          </li>
        ))}
      </ul>
    </Box>
  )
}

function Recent() {
  const items = useRecentItems()
  if (items.length === 0) return null
  return (
    <Box title="You were at" className="lg:hidden">
      <ul>
        {items.map((item) => (
          <li key={item.href} className="flex min-h-8 items-center border-b border-line px-3 last:border-b-0">
            <Link href={item.href} className="min-w-0 truncate rounded-sm hover:underline">
              <RecentTitle kind={item.kind} title={item.title} />
            </Link>
          </li>
        ))}
      </ul>
    </Box>
  )
}
