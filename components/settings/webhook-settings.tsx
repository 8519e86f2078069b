'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Opened } from '@/components/ui/opened'
import { formError } from '@/lib/client/field-errors'
import { useAddWebhook } from '@/lib/client/webhook-mutations'
import { webhookQueries } from '@/lib/client/webhook-queries'
import type { MadeWebhook } from '@/lib/contracts/webhook'
import { ShownOnce } from './shown-once'
import { WebhookForm } from './webhook-form'
import { WebhookRow } from './webhook-row'

/** Servers that are told what happens in the catalog. */
export function WebhookSettings() {
  const { data, error } = useQuery(webhookQueries.list())
  const add = useAddWebhook()
  const [writing, setWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [made, setMade] = useState<MadeWebhook | null>(null)
  return (
    <Box
      title="Webhooks"
      aside={
        <Button ref={button} size="small" onClick={() => setWriting(true)} disabled={writing}>
          Add a webhook
        </Button>
      }
    >
      {made !== null && (
        <ShownOnce
          say={`Copy the secret of “${made.name}” now: messages are signed with it, and it is not shown again.`}
          secret={made.secret}
          what="secret"
          onDone={() => setMade(null)}
          backTo={() => button.current}
        />
      )}
      {writing && (
        <Opened onClose={() => setWriting(false)} backTo={() => button.current}>
          <WebhookForm
            isPending={add.isPending}
            error={add.error}
            submit="Add"
            onSubmit={(body) =>
              add.mutate(body, {
                onSuccess: (webhook) => {
                  setMade(webhook)
                  setWriting(false)
                },
              })
            }
            onCancel={() => setWriting(false)}
          />
        </Opened>
      )}
      {error !== null && <p className="p-3 text-breaking">{formError(error)}</p>}
      {data === undefined ? (
        error === null && <p className="p-3 text-ink-3">Reading …</p>
      ) : data.items.length === 0 ? (
        !writing && (
          <p className="p-3 text-ink-3">
            None yet. A webhook is told when a version is published, deprecated or retired, and what becomes
            of proposals.
          </p>
        )
      ) : (
        <ul aria-label="Webhooks">
          {data.items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} onSecret={setMade} next={() => button.current} />
          ))}
        </ul>
      )}
    </Box>
  )
}
