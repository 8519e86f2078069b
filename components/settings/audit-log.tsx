'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { formError } from '@/lib/client/field-errors'
import { auditQueries } from '@/lib/client/audit-queries'
import type { AuditEntry } from '@/lib/contracts/audit'

const WORDS: Record<AuditEntry['action'], string> = {
  'version-published': 'published',
  'version-status-changed': 'changed the status of',
  'event-type-status-changed': 'changed the status of',
  'proposal-submitted': 'handed in',
  'proposal-revised': 'revised in review',
  'proposal-approved': 'approved',
  'changes-requested': 'asked for changes of',
  'proposal-declined': 'declined',
  'proposal-withdrawn': 'withdrew',
  'proposal-reopened': 'opened again',
  'waiver-given': 'waived a finding of',
  'waiver-ended': 'took a waiver back of',
  'event-erased': 'erased the event',
  'event-revealed': 'looked at what is masked of the event',
  'settings-changed': 'changed the',
  'events-dropped': 'dropped',
  'person-added': 'added',
  'person-changed': 'changed',
  'person-invited': 'made a link to sign in for',
  'token-made': 'made the token',
  'token-revoked': 'revoked the token',
  'webhook-made': 'added the webhook',
  'webhook-changed': 'changed the webhook',
  'webhook-removed': 'removed the webhook',
  'webhook-secret-renewed': 'made a new secret for the webhook',
}

/** Who did what, newest first. Nothing of it can be changed. */
export function AuditLog() {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQueries.pages(),
  )
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <Box title="Audit log" aside={<span className="text-xs">Kept for good; nobody can change it.</span>}>
      {error !== null && <p className="p-3 text-breaking">{formError(error)}</p>}
      {entries === undefined ? (
        <p className="p-3 text-ink-3">Reading …</p>
      ) : entries.length === 0 ? (
        <p className="p-3 text-ink-3">Publishing, changes of rights, tokens and settings will stand here.</p>
      ) : (
        <ol aria-label="Audit log">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div className="p-3">
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Reading …' : 'Older entries'}
          </Button>
        </div>
      )}
    </Box>
  )
}

function Entry({ entry: { at, actor, action, subject, details } }: { entry: AuditEntry }) {
  const said = Object.entries(details)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-3 py-1.5 last:border-b-0">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">{actor.name}</span> {WORDS[action]}{' '}
        <span className="font-mono text-xs break-all">{subject}</span>
        {said.length > 0 && (
          <span className="block text-xs break-words text-ink-3">
            {said.map(([name, value]) => `${name}: ${say(value)}`).join(' · ')}
          </span>
        )}
      </p>
      <Time at={at} className="text-xs text-ink-3" />
    </li>
  )
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(say).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
