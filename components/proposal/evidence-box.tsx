'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Passing } from '@/components/ui/passing'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import { useCancelReplay, useStartReplay } from '@/lib/client/replay-mutations'
import { replayQueries } from '@/lib/client/replay-queries'
import type { Draft } from '@/lib/contracts/draft'
import type { Replay } from '@/lib/contracts/replay'

type Findings = NonNullable<Replay['findings']>
type Total = NonNullable<Findings['totals']>['reasons']
const SHOWN = 8

/** What producers still send that the draft would reject: counted over every stored event of the last 30 days. */
export function EvidenceBox({ draft, mayStart }: { draft: Draft; mayStart: boolean }) {
  const { data: replays = [] } = useQuery(replayQueries.list(draft.id))
  const start = useStartReplay(draft.id)
  const cancel = useCancelReplay(draft.id)
  const [last] = replays
  const isRunning = last?.state === 'running'
  const problem = start.error ?? cancel.error
  return (
    <Box
      title="Evidence from traffic"
      aside={
        mayStart &&
        (isRunning ? (
          <Button size="small" look="quiet" busy={cancel.isPending} onClick={() => cancel.mutate(last.id)}>
            Stop
          </Button>
        ) : (
          <Button size="small" look="quiet" busy={start.isPending} onClick={() => start.mutate()}>
            {last ? 'Replay again' : 'Replay'}
          </Button>
        ))
      }
    >
      <div className="flex flex-col gap-2 px-3 py-2.5">
        {problem && (
          <p role="alert" className="text-breaking">
            ✕ {problem.message}
          </p>
        )}
        {!last && (
          <p className="text-ink-3">
            Hold revision {draft.revision} against every event of the last 30 days: how many it would reject,
            why, and who sends them.
          </p>
        )}
        {last && <Progress replay={last} revision={draft.revision} />}
        {last?.findings && <Evidence findings={last.findings} />}
      </div>
    </Box>
  )
}

function Progress({ replay, revision }: { replay: Replay; revision: number }) {
  const { state, done, total, message } = replay
  const of = total === null ? '' : ` of about ${Math.max(total, done).toLocaleString('en')}`
  return (
    <div role="status" className="text-ink-3">
      {state === 'running' && (
        <>
          <p>
            {done.toLocaleString('en')}
            {of} events
          </p>
          <progress
            aria-label="Replay"
            max={total === null ? undefined : Math.max(total, done, 1)}
            value={total === null ? undefined : done}
            // The browser’s own bar is green, whatever the accent.
            className="h-1 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
          />
        </>
      )}
      {state === 'cancelled' && <p>Stopped after {done.toLocaleString('en')} events.</p>}
      {state === 'failed' && <p className="text-breaking">✕ {message}</p>}
      {replay.revision !== revision && (
        <p className="text-risky">▲ Of revision {replay.revision}, not of this one.</p>
      )}
    </div>
  )
}

function Evidence({ findings }: { findings: Findings }) {
  const { events, rejected, unjudged, producers, reasons, undeclared, versions, totals } = findings
  const senders = producers.filter((one) => one.rejected > 0)
  return (
    <>
      <p>
        <strong className={rejected > 0 ? 'text-breaking' : 'text-safe'}>{share(rejected, events)}</strong> of{' '}
        {events.toLocaleString('en')} events of the last 30 days would be rejected
        {unjudged > 0 && `, ${unjudged.toLocaleString('en')} could not be judged`}
      </p>
      <List
        label="Why"
        items={reasons.map(({ pointer, message, count, examples }) => ({
          key: `${pointer} ${message}`,
          words: `${pointer.replace(/^\/data/, '') || '/'} ${message}`,
          count,
          links: examples,
        }))}
        more={told(reasons, totals?.reasons, 'reasons, those of most events')}
      />
      <List
        label="From"
        items={senders.map((one) => ({
          key: one.service ?? '',
          words: `${one.service ?? 'an unknown service'}, of ${one.events.toLocaleString('en')}`,
          count: one.rejected,
        }))}
        // Those that send nothing rejected come last: where one of them is told, all others are.
        more={
          senders.length === producers.length || totals?.producers.more
            ? told(senders, totals?.producers, 'services that send it, those with most rejected')
            : undefined
        }
      />
      <List
        label="Not in the schema, but sent"
        items={undeclared.map(({ field, count }) => ({
          key: field,
          words: field,
          count,
        }))}
        more={told(undeclared, totals?.undeclared, 'fields, those in most events')}
      />
      <List
        label="Versions still sent"
        items={versions.map(({ service, version, events: count }) => ({
          key: `${service ?? ''} ${version}`,
          words: `${version || 'no version'} by ${service ?? 'an unknown service'}`,
          count,
        }))}
        more={told(versions, totals?.versions, 'pairs of version and service, those sent most')}
      />
    </>
  )
}

interface Counted {
  key: string
  words: string
  count: number
  links?: readonly string[]
}

interface ListProps {
  label: string
  items: readonly Counted[]
  /** What stands under it where it does not say all. */
  more?: string | undefined
}

function List({ label, items, more }: ListProps) {
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  if (items.length === 0) return null
  return (
    <div>
      <h3 className="text-xs text-ink-3">{label}</h3>
      <ul ref={list} tabIndex={-1} aria-label={label}>
        {items.slice(0, isWhole ? undefined : SHOWN).map(({ key, words, count, links = [] }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-2">
            <span className="min-w-0 flex-1">{words}</span>
            {links.slice(0, 2).map((id, index) => (
              <TextLink key={id} href={paths.event(id)} className="text-xs text-ink-2" title={id}>
                example {index + 1}
              </TextLink>
            ))}
            <span className="font-mono text-xs">{count.toLocaleString('en')}</span>
          </li>
        ))}
        {!isWhole && items.length > SHOWN && (
          <li>
            <Passing next={() => list.current}>
              <Button size="small" look="quiet" className="-ml-2" onClick={() => setWhole(true)}>
                Show all {items.length}
              </Button>
            </Passing>
          </li>
        )}
      </ul>
      {more !== undefined && (isWhole || items.length <= SHOWN) && (
        <p className="text-xs text-ink-3">{more}</p>
      )}
    </div>
  )
}

/** How much of all a list tells; undefined where it tells all, or nobody knows. */
function told(items: readonly unknown[], total: Total | undefined, of: string): string | undefined {
  if (!total || (!total.more && total.count <= items.length)) return undefined
  return `${items.length} of ${total.more ? 'more than ' : ''}${total.count.toLocaleString('en')} ${of}.`
}

/** A share that never rounds to nothing or to all. */
function share(part: number, whole: number): string {
  if (whole === 0) return '0 %'
  const percent = (100 * part) / whole
  if (part > 0 && percent < 0.1) return 'less than 0.1 %'
  if (part < whole && percent > 99.9) return 'more than 99.9 %'
  return `${percent < 10 ? percent.toFixed(1).replace(/\.0$/, '') : Math.round(percent)} %`
}
