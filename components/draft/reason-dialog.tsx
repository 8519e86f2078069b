'use client'

import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'
import { formText } from '@/lib/client/form-text'

interface ReasonDialogProps {
  title: string
  description: ReactNode
  label: string
  action: string
  busy: boolean
  problem: string | null
  onReason: (reason: string) => void
  onClose: () => void
}

/** Asks for the words that a decision is kept with. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, description, label, action, busy, problem, onReason, onClose } = props
  const words = useRef<HTMLTextAreaElement>(null)
  const [isMissing, setMissing] = useState(false)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const reason = formText(new FormData(event.currentTarget), 'reason').trim()
    setMissing(reason === '')
    if (reason === '') words.current?.focus()
    else onReason(reason)
  }
  return (
    <Dialog onClose={onClose} initialFocus={words} title={title} description={description}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <Field label={label} error={isMissing ? 'Say why' : null}>
          {(control) => <Textarea ref={words} name="reason" rows={3} maxLength={2_000} {...control} />}
        </Field>
        <DialogActions words={action} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
