'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { formError } from '@/lib/client/field-errors'
import { useRetryDelivery } from '@/lib/client/webhook-mutations'
import { webhookQueries } from '@/lib/client/webhook-queries'
import type { Delivery, Webhook } from '@/lib/contracts/webhook'

/** What was sent to a webhook and what it answered, newest first. */
export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    webhookQueries.deliveries(webhook.id),
  )
  const deliveries = data?.pages.flatMap(({ items }) => items)
  if (deliveries === undefined)
    return (
      <p className={`px-3 pb-2 ${error === null ? 'text-ink-3' : 'text-breaking'}`}>
        {error === null ? 'Reading …' : formError(error)}
      </p>
    )
  if (deliveries.length === 0)
    return <p className="px-3 pb-2 text-ink-3">Nothing was sent yet. What is sent stays here for 30 days.</p>
  return (
    <div className="mx-3 mb-3 rounded-md border border-line">
      <ul aria-label={`Deliveries to ${webhook.name}`}>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
        ))}
      </ul>
      {hasNextPage && (
        <div className="border-t border-line p-2">
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Reading …' : 'Older deliveries'}
          </Button>
        </div>
      )}
    </div>
  )
}

const TONES = { waiting: 'neutral', delivered: 'safe', failed: 'breaking' } as const

function DeliveryRow({ delivery, webhook }: { delivery: Delivery; webhook: Webhook }) {
  const retry = useRetryDelivery(webhook.id)
  const { id, kind, subject, state, attempts, last_at, next_at, created_at, message } = delivery
  return (
    <li className="border-b border-line px-2.5 py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Tag tone={TONES[state]}>{state}</Tag>
        <span className="min-w-0 flex-1 basis-48">
          <EventName name={kind} className="font-mono" />{' '}
          <span className="font-mono text-xs break-all text-ink-2">{subject}</span>
        </span>
        <Time at={created_at} className="text-xs text-ink-3" />
        <Button
          size="small"
          look="quiet"
          busy={retry.isPending}
          disabled={!webhook.on}
          onClick={() => retry.mutate(id)}
        >
          Send again<span className="sr-only">: {subject}</span>
        </Button>
      </div>
      {retry.error !== null && <p className="text-xs text-breaking">{formError(retry.error)}</p>}
      <details className="text-xs text-ink-3">
        <summary className="w-fit cursor-pointer py-0.5">
          {answerOf(delivery)}
          {attempts > 1 && ` · ${attempts} attempts`}
          {state === 'waiting' && attempts > 0 && next_at !== null && (
            <>
              {' · next '}
              <Time at={next_at} />
            </>
          )}
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <dt>webhook-id</dt>
          <dd className="font-mono break-all" translate="no">
            {id}
          </dd>
          {last_at !== null && (
            <>
              <dt>tried</dt>
              <dd>
                <Time at={last_at} />
                {delivery.last_ms !== null && `, ${delivery.last_ms} ms`}
              </dd>
            </>
          )}
          <dt>answer</dt>
          <dd className="break-words whitespace-pre-wrap">{delivery.last_answer || 'empty'}</dd>
          <dt>message</dt>
          <dd className="font-mono break-all whitespace-pre-wrap text-ink-2" translate="no">
            {JSON.stringify(JSON.parse(message), null, 2)}
          </dd>
        </dl>
      </details>
    </li>
  )
}

function answerOf({ attempts, state, last_status, last_answer }: Delivery): string {
  if (last_status !== null) return `Answered ${last_status}`
  if (last_answer !== '') return last_answer
  return state === 'waiting' && attempts > 0 ? 'Being sent …' : 'On its way'
}
