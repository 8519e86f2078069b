'use client'

import { useRef, type FormEvent } from 'react'
import { SchemaPlace } from '@/components/event/schema-place'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { useWaive } from '@/lib/client/waiver-mutations'
import type { Finding } from '@/lib/contracts/lint'

interface WaiveDialogProps {
  eventType: string
  finding: Pick<Finding, 'rule' | 'path' | 'message'>
  onClose: () => void
}

/** Asks why a finding may stand. The reason is what the next person reads in its place. */
export function WaiveDialog({ eventType, finding, onClose }: WaiveDialogProps) {
  const waive = useWaive(eventType)
  const reason = useRef<HTMLTextAreaElement>(null)
  const problem = formError(waive.error)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const { rule, path, message } = finding
    waive.mutate(
      { rule, path, message, reason: formText(new FormData(event.currentTarget), 'reason') },
      {
        onSuccess: () => {
          announce(`${rule} is waived`)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      onClose={onClose}
      initialFocus={reason}
      title={`Waive ${finding.rule}`}
      description="It stays visible with your name and your reason, and no longer holds up publishing."
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <p className="text-ink-2">
          {finding.path !== '' && (
            <code className="mr-1 text-xs">
              <SchemaPlace pointer={finding.path} />
            </code>
          )}
          {finding.message}
        </p>
        <Field
          label="Why it may stand"
          error={fieldErrors(waive.error).get('reason')}
          hint="For whoever asks in a year: what would break, or who decided it."
        >
          {(control) => <Textarea ref={reason} name="reason" rows={3} maxLength={2_000} {...control} />}
        </Field>
        <DialogActions words="Waive it" busyWords="Waiving …" busy={waive.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
