import { useState, type ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'

interface ReasonDialogProps {
  title: string
  description: string
  hint: string
  /** What went wrong when it was sent last. */
  error: Error | null
  onSend: (reason: string) => void
  onClose: () => void
  /** The end of the form: leave it, or send it. */
  actions: (reason: string) => ReactNode
}

/** Asks why before something is done to one event that stays on record. */
export function ReasonDialog({
  title,
  description,
  hint,
  error,
  onSend,
  onClose,
  actions,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog onClose={onClose} title={title} description={description}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSend(reason)
        }}
      >
        <FormProblem>{formError(error)}</FormProblem>
        <Field label="Reason" hint={hint} error={fieldErrors(error).get('reason')}>
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
        {actions(reason)}
      </form>
    </Dialog>
  )
}
