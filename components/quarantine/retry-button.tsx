'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { formError } from '@/lib/client/field-errors'
import { paths } from '@/lib/client/paths'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import type { Quarantined, Receipt } from '@/lib/contracts/event'
import { May } from '@/components/shell/may'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'

/** Receives the message once more: after a fix on our side it may be an event now. */
export function RetryButton({ message }: { message: Quarantined }) {
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => call('retryQuarantined', { params: { id: message.id } }),
    onSuccess: (receipt) => {
      for (const lists of ['list', 'groups'])
        void client.invalidateQueries({ queryKey: [...quarantineQueries.all, lists] })
      if (receipt.status === 'quarantined') {
        void client.invalidateQueries({ queryKey: quarantineQueries.detail(message.id).queryKey })
      } else void client.invalidateQueries({ queryKey: eventQueries.all })
    },
  })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <May does="receive-events">
        <Button look="primary" busy={retry.isPending} onClick={() => retry.mutate()}>
          {retry.isPending ? 'Trying…' : 'Try again'}
        </Button>
      </May>
      <span role="status">
        {retry.data !== undefined && <Outcome receipt={retry.data} />}
        {retry.error !== null && <span className="text-breaking">{formError(retry.error)}</span>}
      </span>
    </div>
  )
}

const WORDS: Record<Receipt['status'], string> = {
  accepted: 'It is an event now.',
  duplicate: 'It is an event that was here already.',
  conflict: 'Its id belongs to an event with other content.',
  invalid: 'It is an event now, and breaks its schema.',
  quarantined: 'It is still no valid event.',
}

function Outcome({ receipt }: { receipt: Receipt }) {
  return (
    <>
      {WORDS[receipt.status]}{' '}
      {receipt.problems?.some(({ code }) => code === 'message-cut') &&
        'Only its first MiB was kept: its sender has to send it again. '}
      {receipt.status !== 'quarantined' && receipt.event_id !== null && (
        <TextLink href={paths.event(receipt.event_id)}>Open its chain</TextLink>
      )}
    </>
  )
}
