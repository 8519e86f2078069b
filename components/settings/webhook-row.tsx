'use client'

import { useState } from 'react'
import { Time } from '@/components/event/time'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Opened } from '@/components/ui/opened'
import { Tag } from '@/components/ui/tag'
import { formError } from '@/lib/client/field-errors'
import {
  useChangeWebhook,
  useRemoveWebhook,
  useRenewSecret,
  useTestWebhook,
} from '@/lib/client/webhook-mutations'
import type { MadeWebhook, Webhook } from '@/lib/contracts/webhook'
import { DeliveryList } from './delivery-list'
import { WebhookForm } from './webhook-form'

type Open = 'deliveries' | 'edit' | 'remove' | 'renew' | null

interface WebhookRowProps {
  webhook: Webhook
  onSecret: (made: MadeWebhook) => void
  /** Where the focus goes when the row is gone. */
  next: () => HTMLElement | null
}

export function WebhookRow({ webhook, onSecret, next }: WebhookRowProps) {
  const { id, name, on } = webhook
  const change = useChangeWebhook(id)
  const remove = useRemoveWebhook(id)
  const renew = useRenewSecret(id)
  const test = useTestWebhook(id)
  const [open, setOpen] = useState<Open>(null)
  const toggle = (what: Open) => () => setOpen(open === what ? null : what)
  const close = () => setOpen(null)
  const failed = remove.error ?? renew.error ?? test.error ?? (open === 'edit' ? null : change.error)
  return (
    <li className="border-b border-line last:border-b-0">
      <div className="flex flex-col gap-1 px-3 py-2">
        <Facts webhook={webhook} />
        {failed !== null && <p className="text-xs text-breaking">{formError(failed)}</p>}
        <div className="-ml-2 flex flex-wrap items-center gap-x-1">
          <Button
            size="small"
            look="quiet"
            aria-expanded={open === 'deliveries'}
            onClick={toggle('deliveries')}
          >
            Deliveries<span className="sr-only"> to {name}</span>
          </Button>
          <Button
            size="small"
            look="quiet"
            busy={test.isPending}
            disabled={!on}
            onClick={() => test.mutate(undefined, { onSuccess: () => setOpen('deliveries') })}
          >
            Send a test<span className="sr-only"> to {name}</span>
          </Button>
          <Button size="small" look="quiet" aria-expanded={open === 'edit'} onClick={toggle('edit')}>
            Edit<span className="sr-only"> {name}</span>
          </Button>
          <Button
            size="small"
            look="quiet"
            busy={change.isPending}
            onClick={() =>
              change.mutate({ on: !on }, { onSuccess: () => announce(`${name} is ${on ? 'off' : 'on'}`) })
            }
          >
            Switch {on ? 'off' : 'on'}
            <span className="sr-only"> {name}</span>
          </Button>
          <Button size="small" look="quiet" aria-expanded={open === 'renew'} onClick={toggle('renew')}>
            New secret …<span className="sr-only"> for {name}</span>
          </Button>
          <Button size="small" look="quiet" aria-expanded={open === 'remove'} onClick={toggle('remove')}>
            Remove …<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </div>
      {open === 'renew' && (
        <Question
          says="The old secret signs beside the new one for a day, so that nothing is refused until whoever checks knows the new one."
          choice="End the old one at once: somebody knows it who should not"
          does={`New secret for ${name}`}
          isPending={renew.isPending}
          onCancel={close}
          backTo={next}
          onConfirm={(endOld) =>
            renew.mutate(endOld, {
              onSuccess: (made) => {
                onSecret(made)
                close()
              },
            })
          }
        />
      )}
      {open === 'remove' && (
        <Question
          says="What was sent is forgotten, too."
          does={`Remove ${name}`}
          isPending={remove.isPending}
          onCancel={close}
          backTo={next}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => announce(`${name} is removed`) })}
        />
      )}
      {open === 'edit' && (
        <Opened onClose={close} backTo={next}>
          <WebhookForm
            webhook={webhook}
            isPending={change.isPending}
            error={change.error}
            submit="Save"
            onSubmit={(body) => change.mutate(body, { onSuccess: close })}
            onCancel={close}
          />
        </Opened>
      )}
      {open === 'deliveries' && <DeliveryList webhook={webhook} />}
    </li>
  )
}

function Facts({
  webhook: { name, url, kinds, owner, event_type, on, off_reason, failing_since, old_secret_until },
}: {
  webhook: Webhook
}) {
  const heard = [
    `${kinds.length} ${kinds.length === 1 ? 'kind' : 'kinds'} of news`,
    owner !== null && `of ${owner}`,
    event_type !== null && `about ${event_type}`,
  ].filter((part) => part !== false)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{name}</span>
        {!on && <Tag>off</Tag>}
        {on && failing_since !== null && <Tag tone="breaking">failing</Tag>}
      </p>
      <p className="font-mono text-xs break-all text-ink-2" translate="no">
        {url}
      </p>
      <p className="text-xs text-ink-3">
        {heard.join(' ')}
        {on && failing_since !== null && (
          <>
            {' '}
            · fails since <Time at={failing_since} />
          </>
        )}
      </p>
      {old_secret_until !== null && (
        <p className="text-xs text-ink-3">
          The secret before this one signs, too, until <Time at={old_secret_until} />.
        </p>
      )}
      {!on && off_reason !== '' && (
        <p className="text-xs text-breaking">Switched off by itself: {off_reason}</p>
      )}
    </>
  )
}

function Question({
  says,
  choice,
  does,
  isPending,
  onConfirm,
  onCancel,
  backTo,
}: {
  says: string
  /** What one may choose beside it; `onConfirm` is told whether one did. */
  choice?: string
  does: string
  isPending: boolean
  onConfirm: (isChosen: boolean) => void
  onCancel: () => void
  backTo: () => HTMLElement | null
}) {
  const [isChosen, setChosen] = useState(false)
  return (
    <Opened onClose={onCancel} backTo={backTo} className="mx-3 mb-2 flex flex-wrap items-center gap-2">
      <span role="status" className="text-ink-2">
        {says}
      </span>
      {choice !== undefined && (
        <Checkbox
          label={choice}
          checked={isChosen}
          onChange={(event) => setChosen(event.target.checked)}
          className="basis-full"
        />
      )}
      <Button size="small" look="danger" busy={isPending} onClick={() => onConfirm(isChosen)}>
        {does}
      </Button>
      <Button size="small" look="quiet" data-focus-first onClick={onCancel}>
        Cancel
      </Button>
    </Opened>
  )
}
