'use client'

import { useRef, type ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { FormProblem } from './form-problem'

interface ConfirmDialogProps {
  /** The question. */
  title: string
  /** What comes of it. */
  description: ReactNode
  /** What is done, as the button says it. */
  action: string
  busy: boolean
  problem: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before what others would notice, or what is not simply taken back. Nothing happens by Enter alone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, action, busy, problem, onConfirm, onClose } = props
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <Dialog onClose={onClose} initialFocus={keep} title={title} description={description}>
      <div className="flex flex-col gap-3">
        <FormProblem>{problem}</FormProblem>
        <div className="flex justify-end gap-2">
          <Button ref={keep} onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
