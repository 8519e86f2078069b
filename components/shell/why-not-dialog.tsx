'use client'

import { Dialog } from '@/components/ui/dialog'
import type { Action } from '@/lib/domain/policy/policy'
import { WhyNot } from './why-not'

interface WhyNotDialogProps {
  title: string
  does: Action
  what: string
  onClose: () => void
}

/** Stands where a form would that one may not use. */
export function WhyNotDialog({ title, does, what, onClose }: WhyNotDialogProps) {
  return (
    <Dialog onClose={onClose} title={title}>
      <WhyNot does={does} what={what} />
    </Dialog>
  )
}
