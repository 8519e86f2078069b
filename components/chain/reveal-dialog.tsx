'use client'

import { useMutation } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import { DialogActions } from '@/components/ui/dialog-actions'
import { call } from '@/lib/client/api'
import type { Event } from '@/lib/contracts/event'
import { ReasonDialog } from './reason-dialog'

interface RevealDialogProps {
  eventId: string
  onRevealed: (event: Event) => void
  onClose: () => void
}

/** Asks why before one event is shown with nothing masked. */
export function RevealDialog({ eventId, onRevealed, onClose }: RevealDialogProps) {
  const reveal = useMutation({
    mutationFn: (reason: string) => call('revealEvent', { params: { event_id: eventId }, body: { reason } }),
    // Nothing of it stays in memory once it is left.
    gcTime: 0,
    onSuccess: (event) => {
      onRevealed(event)
      announce('What was masked is shown')
      onClose()
    },
  })
  return (
    <ReasonDialog
      title="Reveal what is masked"
      description="Of this one event, to you alone, until you leave it. Who looked and why goes into the audit log first."
      hint="What you need it for: which ticket, who asked."
      error={reveal.error}
      onSend={reveal.mutate}
      onClose={onClose}
      actions={() => (
        <DialogActions words="Reveal" busyWords="Revealing …" busy={reveal.isPending} onCancel={onClose} />
      )}
    />
  )
}
