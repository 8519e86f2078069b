'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { draftQueries } from '@/lib/client/draft-queries'
import { paths } from '@/lib/client/paths'
import type { DraftSummary } from '@/lib/contracts/draft'

/** Everything that is being written, last changed first; what was published or withdrawn below it. */
export function DraftListScreen() {
  const { data: drafts } = useSuspenseQuery(draftQueries.list())
  const open = drafts.filter(({ state }) => state === 'draft')
  const ended = drafts.filter(({ state }) => state !== 'draft')
  return (
    <>
      <PageHeader
        title="Proposals"
        facts={
          <span className="text-ink-3">
            {open.length === 1 ? '1 open draft' : `${open.length} open drafts`}
          </span>
        }
        actions={
          <LinkButton look="primary" href={paths.newDraft()}>
            Draft an event
          </LinkButton>
        }
      />
      {drafts.length === 0 && (
        <EmptyState
          title="Nothing is being written"
          actions={
            <LinkButton look="primary" href={paths.newDraft()}>
              Draft an event
            </LinkButton>
          }
        >
          Drafts of new event types and of next versions stand here until they are published.
        </EmptyState>
      )}
      {open.length > 0 && <DraftTable label="Open drafts" drafts={open} />}
      {ended.length > 0 && (
        <>
          <h2 className="px-5 pt-6 pb-2 font-semibold">Published and withdrawn</h2>
          <DraftTable label="Published and withdrawn drafts" drafts={ended} />
        </>
      )}
    </>
  )
}

function DraftTable({ label, drafts }: { label: string; drafts: readonly DraftSummary[] }) {
  return (
    <div className="overflow-x-auto border-t border-line">
      <Table label={label}>
        <thead>
          <tr>
            <Th>Event type</Th>
            <Th>What changes</Th>
            <Th>Continues</Th>
            <Th>State</Th>
            <Th>Owner</Th>
            <Th>Changed</Th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr key={draft.id} className="hover:bg-hover">
              <Td>
                <TextLink href={paths.draft(draft.id)} className="no-underline hover:underline">
                  <EventName name={draft.event_type} kind={draft.kind} />
                </TextLink>
              </Td>
              <Td className="max-w-96 truncate text-ink-2">{draft.summary || '–'}</Td>
              <Td className="font-mono text-xs text-ink-2">{draft.base ?? 'nothing yet'}</Td>
              <Td>
                <Tag tone={draft.state === 'draft' ? 'accent' : 'neutral'}>{draft.state}</Tag>
              </Td>
              <Td>{draft.owner?.name ?? <span className="text-ink-3">nobody yet</span>}</Td>
              <Td className="whitespace-nowrap text-ink-2">
                <Time at={draft.updated_at} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
