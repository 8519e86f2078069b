'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { entityQueries } from '@/lib/client/entity-queries'
import { paths } from '@/lib/client/paths'
import type { EntityHistory } from '@/lib/contracts/entity'
import type { Difference } from '@/lib/domain/entity/difference'
import { statesOf } from '@/lib/domain/entity/replay'
import { Time } from '@/components/event/time'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { DomainEventList } from './domain-event-list'
import { EntityFindingList } from './entity-finding-list'
import { StateBox } from './state-box'
import { StepRow } from './step-row'

/** One of an entity: its state at any time, how it came to it, and what is wrong in that. */
export function EntityHistoryScreen({ entity, name }: { entity: string; name: string }) {
  const { data: history } = useSuspenseQuery({
    ...entityQueries.history(entity, name),
    refetchInterval: 30_000,
  })
  return (
    <>
      <Header history={history} />
      <History history={history} />
    </>
  )
}

function Header({ history: { entity, key, history, state } }: { history: EntityHistory }) {
  const last = history.at(-1)
  return (
    <PageHeader
      title={
        <>
          <TextLink href={paths.entity(entity)} className="!no-underline hover:!underline">
            {entity}
          </TextLink>{' '}
          <span className="font-mono text-lg">{key}</span>
        </>
      }
      facts={
        <>
          <CopyButton text={key} what="key" />
          {state !== null && (
            <Tag tone={state.exists ? 'safe' : 'neutral'}>{state.exists ? 'exists' : 'deleted'}</Tag>
          )}
        </>
      }
    >
      {last !== undefined && (
        <>
          {history.length === 1 ? 'One event' : `${history.length} events`}, the last{' '}
          <Time at={last.created_at} />.{' '}
          <TextLink href={paths.explore({ key })}>All events that hold this key</TextLink>
        </>
      )}
    </PageHeader>
  )
}

function History({
  history: { entity, key, history, truncated, retained_since, findings, domain_events },
}: {
  history: EntityHistory
}) {
  const [event, setEvent] = useQueryState('event', parseAsString.withOptions({ history: 'replace' }))
  const found = history.findIndex(({ event_id }) => event_id === event)
  const place = found === -1 ? history.length - 1 : found
  // What came as JSON is JSON.
  const states = useMemo(() => statesOf(history as { differences: Difference[] }[]), [history])
  const show = (at: number) =>
    void setEvent(at === history.length - 1 ? null : (history[at]?.event_id ?? null))
  const selected = history[place]
  const state = states[place]
  const isWhole = !truncated && retained_since === null
  const newestFirst = history.map((step, at) => ({ step, at })).reverse()
  return (
    <div className="grid items-start gap-4 px-5 pb-6 xl:grid-cols-[minmax(0,1fr)_30rem]">
      {selected !== undefined && state !== undefined && (
        <div className="min-w-0 xl:sticky xl:top-[calc(var(--header-height)+1rem)] xl:order-2">
          <StateBox
            state={state}
            step={selected}
            place={place}
            history={history}
            isWhole={isWhole}
            onMove={show}
          />
        </div>
      )}
      <div className="flex min-w-0 flex-col gap-4">
        {findings.length > 0 && <EntityFindingList findings={findings} />}
        <Box title="History" aside={<span className="text-xs">newest first</span>}>
          <ol aria-label={`History of ${entity} ${key}`}>
            {newestFirst.map(({ step, at }) => (
              <StepRow
                key={step.event_id}
                step={step}
                isFirst={at === 0 && isWhole}
                current={at === place}
                onShow={() => show(at)}
              />
            ))}
          </ol>
          {retained_since !== null && !truncated && (
            <p className="px-3 py-2 text-ink-2">
              What was received before {retained_since} is past retention: the history may have begun earlier.
            </p>
          )}
          {truncated && (
            <p className="px-3 py-2 text-ink-2">
              Older events were left out: these are the last {history.length}.
            </p>
          )}
        </Box>
        <DomainEventList name={key} events={domain_events} />
      </div>
    </div>
  )
}
