'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'

/** Asks why before one event's data is replaced by a tombstone: there is no way back. */
export function EraseDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const erase = useMutation({
    mutationFn: () => call('eraseEvent', { params: { event_id: eventId }, body: { reason } }),
    onSuccess: (erased) => {
      client.setQueryData(eventQueries.detail(eventId).queryKey, erased)
      void client.invalidateQueries({ queryKey: ['events', 'chain'] })
      announce('The data of the event is erased')
      onClose()
    },
  })
  const form = formError(erase.error)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Erase personal data"
      description="The data block of this one event is replaced by a tombstone, for good. Its id, hash, parent and place in the chain stay."
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          erase.mutate()
        }}
      >
        <Field
          label="Reason"
          hint="Kept with the event: who asked, which ticket."
          error={fieldErrors(erase.error).get('reason')}
        >
          {(control) => (
            <Textarea
              {...control}
              required
              minLength={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {form !== null && (
          <p role="alert" className="text-breaking">
            {form}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep the data</Button>
          <Button type="submit" look="danger" busy={erase.isPending} disabled={reason.trim().length < 3}>
            Erase the data
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
