'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { call } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { ReasonDialog } from './reason-dialog'

/** Asks why before one event's data is replaced by a tombstone: there is no way back. */
export function EraseDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const client = useQueryClient()
  const erase = useMutation({
    mutationFn: (reason: string) => call('eraseEvent', { params: { event_id: eventId }, body: { reason } }),
    onSuccess: (erased) => {
      client.setQueryData(eventQueries.detail(eventId).queryKey, erased)
      void client.invalidateQueries({ queryKey: ['events', 'chain'] })
      announce('The data of the event is erased')
      onClose()
    },
  })
  return (
    <ReasonDialog
      title="Erase personal data"
      description="The data block of this one event is replaced by a tombstone, for good. Its id, hash, parent and place in the chain stay."
      hint="Kept with the event: who asked, which ticket."
      error={erase.error}
      onSend={erase.mutate}
      onClose={onClose}
      actions={(reason) => (
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep the data</Button>
          <Button type="submit" look="danger" busy={erase.isPending} disabled={reason.trim().length < 3}>
            Erase the data
          </Button>
        </div>
      )}
    />
  )
}
