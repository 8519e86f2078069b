'use client'

import { Dialog } from '@/components/ui/dialog'
import { WhyNot, type WhyNotProps } from './why-not'

interface WhyNotDialogProps extends WhyNotProps {
  title: string
  onClose: () => void
}

/** Stands where a form would that one may not use. */
export function WhyNotDialog({ title, onClose, ...why }: WhyNotDialogProps) {
  return (
    <Dialog onClose={onClose} title={title}>
      <WhyNot {...why} />
    </Dialog>
  )
}
