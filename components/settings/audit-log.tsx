'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { chipClass } from '@/components/ui/chip'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import { formError } from '@/lib/client/field-errors'
import { auditQueries } from '@/lib/client/audit-queries'
import { paths } from '@/lib/client/paths'
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
  'event-type-registered': 'registered',
  'event-type-changed': 'changed what is said of',
  'owner-added': 'added the owner',
  'owner-changed': 'changed the owner',
  'service-added': 'added the service',
  'service-changed': 'changed the service',
  'domain-added': 'added the domain',
  'domain-changed': 'changed the domain',
  'declaration-made': 'declared a producer or consumer of',
  'declaration-changed': 'changed what was declared of a producer or consumer of',
  'declaration-taken-back': 'took back a declared producer or consumer of',
  'event-erased': 'erased the event',
  'event-revealed': 'looked at what is masked of the event',
  'settings-changed': 'changed the',
  'events-dropped': 'dropped',
  'person-added': 'added',
  'person-changed': 'changed',
  'person-invited': 'made a link to sign in for',
  'signed-in': 'signed in as',
  'sign-in-refused': 'was refused after too many attempts, as',
  'session-ended': 'ended a session of',
  'invitation-accepted': 'accepted the invitation of',
  'password-changed': 'changed the password of',
  'token-made': 'made the token',
  'token-revoked': 'revoked the token',
  'webhook-made': 'added the webhook',
  'webhook-changed': 'changed the webhook',
  'webhook-removed': 'removed the webhook',
  'webhook-secret-renewed': 'made a new secret for the webhook',
}

/** Where an entry says whose declaration it is, it is said in one sentence. */
const DECLARATIONS: Partial<Record<AuditEntry['action'], (service: string, role: string) => string>> = {
  'declaration-made': (service, role) => `declared ${service} a ${role} of`,
  'declaration-changed': (service, role) => `changed what is declared of ${service}, a ${role} of`,
  'declaration-taken-back': (service, role) => `took back that ${service} is a ${role} of`,
}

const ACTIONS = Object.keys(WORDS) as AuditEntry['action'][]
const OPTIONS = ACTIONS.map((value) => ({ value, label: value.replaceAll('-', ' ') }))
const parsers = { action: parseAsStringLiteral(ACTIONS), actor: parseAsString }

/** Who did what, newest first, all of it or one kind or one person's. Nothing of it can be changed. */
export function AuditLog() {
  const [{ action, actor }, setFilter] = useQueryStates(parsers, { history: 'push' })
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...auditQueries.pages({ action: action ?? undefined, actor: actor ?? undefined }),
    placeholderData: keepPreviousData,
  })
  const filter = useRef<HTMLSelectElement>(null)
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <Box title="Audit log" aside={<span className="text-xs">Kept for good; nobody can change it.</span>}>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        <Select
          ref={filter}
          small
          aria-label="What was done"
          className="w-56"
          none="Everything"
          value={action ?? ''}
          options={OPTIONS}
          onChange={(event) =>
            void setFilter({ action: ACTIONS.find((one) => one === event.target.value) ?? null })
          }
        />
        {actor !== null && (
          <button
            type="button"
            className={chipClass(false, 'hover:bg-hover')}
            onClick={() => {
              // The chip goes.
              filter.current?.focus()
              void setFilter({ actor: null })
            }}
          >
            by {entries?.find((entry) => entry.actor.id === actor)?.actor.name ?? actor}
            <span aria-hidden>✕</span>
            <span className="sr-only">, show everybody’s</span>
          </button>
        )}
      </div>
      {error !== null && <p className="p-3 text-breaking">{formError(error)}</p>}
      {entries === undefined ? (
        <p className="p-3 text-ink-3">Reading …</p>
      ) : entries.length === 0 ? (
        <p className="p-3 text-ink-3">
          {action === null && actor === null
            ? 'Publishing, changes of rights, tokens and settings will stand here.'
            : 'Nothing of this is on record.'}
        </p>
      ) : (
        <ol aria-label="Audit log">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onActor={(id) => void setFilter({ actor: id })} />
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

function Entry({ entry, onActor }: { entry: AuditEntry; onActor: (id: string) => void }) {
  const { at, actor, subject } = entry
  const { words, proposal, rest } = told(entry)
  const said = sayAll(rest)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-3 py-1.5 last:border-b-0">
      <p className="min-w-0 flex-1 basis-64">
        <button
          type="button"
          title={`Only what ${actor.name} did`}
          className="min-h-6 rounded-sm font-medium hover:underline"
          onClick={() => onActor(actor.id)}
        >
          {actor.name}
        </button>{' '}
        {words} <span className="font-mono text-xs">{subject}</span>
        {typeof proposal === 'string' && (
          <>
            {' '}
            <TextLink href={paths.draft(proposal)}>Proposal</TextLink>
          </>
        )}
        {said.length > 0 && <span className="block text-xs break-words text-ink-3">{said.join(' · ')}</span>}
      </p>
      <Time at={at} className="text-xs text-ink-3" />
    </li>
  )
}

/** What was done, up to what it was done to, and the details that are still to be said. */
function told({ action, details }: AuditEntry) {
  const { proposal, ...rest } = details
  const { service, role, ...others } = rest
  const declaration = DECLARATIONS[action]
  if (declaration === undefined || typeof service !== 'string' || typeof role !== 'string')
    return { words: WORDS[action], proposal, rest }
  return { words: declaration(service, role), proposal, rest: others }
}

/** A detail in words: who reads it looks for what was said, not for JSON. */
function say(value: unknown): string {
  if (value === null) return 'none'
  if (value === '') return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(say).join(', ')
  if (typeof value === 'object') return `(${sayAll(value).join(', ')})`
  return String(value)
}

function sayAll(details: object): string[] {
  return Object.entries(details).map(([name, value]) => `${name.replaceAll('_', ' ')}: ${say(value)}`)
}
