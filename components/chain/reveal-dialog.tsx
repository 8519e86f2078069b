'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/lib/client/api'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import type { Event } from '@/lib/contracts/event'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'

interface RevealDialogProps {
  eventId: string
  onRevealed: (event: Event) => void
  onClose: () => void
}

/** Asks why before one event is shown with nothing masked. */
export function RevealDialog({ eventId, onRevealed, onClose }: RevealDialogProps) {
  const [reason, setReason] = useState('')
  const reveal = useMutation({
    mutationFn: () => call('revealEvent', { params: { event_id: eventId }, body: { reason } }),
    // Nothing of it stays in memory once it is left.
    gcTime: 0,
    onSuccess: (event) => {
      onRevealed(event)
      announce('What was masked is shown')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Reveal what is masked"
      description="Of this one event, to you alone, until you leave it. Who looked and why goes into the audit log first."
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          reveal.mutate()
        }}
      >
        <FormProblem>{formError(reveal.error)}</FormProblem>
        <Field
          label="Reason"
          hint="What you need it for: which ticket, who asked."
          error={fieldErrors(reveal.error).get('reason')}
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
        <DialogActions words="Reveal" busyWords="Revealing …" busy={reveal.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
