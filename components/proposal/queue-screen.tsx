'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { May } from '@/components/shell/may'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { RowList, type RowColumn } from '@/components/ui/row-list'
import { Select } from '@/components/ui/select'
import { TabLinks } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { draftQueries } from '@/lib/client/draft-queries'
import { paths } from '@/lib/client/paths'
import { QUEUES, queueParsers, type Queue } from '@/lib/client/queue-url'
import type { DraftSummary } from '@/lib/contracts/draft'
import { isRevisable } from '@/lib/domain/review/proposal-state'
import { StateTag } from './state-tag'

const NAMES: Record<Queue, string> = {
  waiting: 'Waiting for me',
  mine: 'Mine',
  all: 'All open',
  ended: 'Ended',
}
const BELONGS: Record<Queue, (draft: DraftSummary) => boolean> = {
  waiting: ({ waiting_for_me }) => waiting_for_me,
  mine: ({ mine, state }) => mine && isRevisable(state),
  all: ({ state }) => isRevisable(state),
  ended: ({ state }) => !isRevisable(state),
}
const EMPTY: Record<Queue, string> = {
  waiting: 'Proposals that you may review, and yours that came back, stand here.',
  mine: 'What you begin stands here until it is published.',
  all: 'Drafts of new event types and of next versions stand here until they are published.',
  ended: 'What was published, declined or withdrawn stands here.',
}

/** Everything that is being written and reviewed; what waits longest first where it waits for somebody. */
export function QueueScreen() {
  const { data: drafts } = useSuspenseQuery(draftQueries.list())
  const [{ queue, domain }, setState] = useQueryStates(queueParsers)
  const inDomain = drafts.filter((draft) => domain === null || draft.domain?.slug === domain)
  const rows = inDomain.filter(BELONGS[queue])
  const shown = queue === 'waiting' ? rows.toSorted((a, b) => (waitsSince(a) < waitsSince(b) ? -1 : 1)) : rows
  const domains = new Map(drafts.flatMap(({ domain: one }) => (one ? [[one.slug, one.name] as const] : [])))
  return (
    <>
      <PageHeader
        title="Proposals"
        actions={
          <>
            {domains.size > 1 && (
              <Select
                small
                aria-label="Domain"
                className="w-44"
                value={domain ?? ''}
                none="Every domain"
                options={[...domains].map(([value, label]) => ({ value, label }))}
                onChange={(event) => void setState({ domain: event.target.value || null })}
              />
            )}
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
          href: hrefOf(each, domain),
          label: NAMES[each],
          current: queue === each,
          count: inDomain.filter(BELONGS[each]).length,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState title="Nothing here">{EMPTY[queue]}</EmptyState>
      ) : (
        <RowList
          label={NAMES[queue]}
          rows={shown}
          columns={columns}
          rowKey={({ id }) => id}
          href={({ id }) => paths.draft(id)}
        />
      )}
    </>
  )
}

function hrefOf(queue: Queue, domain: string | null): string {
  const query = new URLSearchParams({
    ...(queue === 'all' ? {} : { queue }),
    ...(domain === null ? {} : { domain }),
  }).toString()
  return query === '' ? paths.proposals() : `${paths.proposals()}?${query}`
}

function waitsSince(draft: DraftSummary): string {
  return draft.submitted_at ?? draft.updated_at
}

const VERDICTS = {
  breaking: <Tag tone="breaking">✕ breaking</Tag>,
  compatible: <Tag tone="safe">✓ compatible</Tag>,
  unknown: <Tag>? unknown</Tag>,
}

const columns: RowColumn<DraftSummary>[] = [
  {
    id: 'event',
    title: 'Event type',
    className: 'min-w-0 flex-[3] basis-56',
    cell: ({ event_type, kind }) => (
      <span title={event_type}>
        <EventName name={event_type} kind={kind} />
      </span>
    ),
  },
  {
    id: 'summary',
    title: 'What changes',
    className: 'min-w-0 flex-[2] basis-52 hidden md:block text-ink-2',
    cell: ({ summary }) => <span title={summary}>{summary || '–'}</span>,
  },
  {
    id: 'base',
    title: 'Continues',
    className: 'w-16 shrink-0 hidden lg:block font-mono text-xs text-ink-2',
    cell: ({ base }) => base ?? 'new',
  },
  {
    id: 'verdict',
    title: 'Verdict',
    className: 'w-28 shrink-0 hidden sm:block',
    cell: ({ verdict }) => (verdict === null ? <span className="text-ink-3">–</span> : VERDICTS[verdict]),
  },
  {
    id: 'state',
    title: 'State',
    className: 'w-36 shrink-0',
    cell: ({ state }) => <StateTag state={state} />,
  },
  {
    id: 'author',
    title: 'Author',
    className: 'w-28 shrink-0 hidden lg:block text-ink-2',
    cell: ({ author }) => author.name || '–',
  },
  {
    id: 'owner',
    title: 'Owner',
    className: 'w-28 shrink-0 hidden xl:block text-ink-2',
    cell: ({ owner }) => owner?.name ?? 'nobody yet',
  },
  {
    id: 'age',
    title: 'Waits since',
    className: 'w-20 shrink-0 hidden sm:block text-ink-2',
    cell: (draft) => <Time at={waitsSince(draft)} />,
  },
]
