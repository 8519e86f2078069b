'use client'

import { useState, type FormEvent } from 'react'
import { LeavingFields, leavingIn, StatusField } from '@/components/event/leaving-parts'
import { TypeNameInput } from '@/components/event/type-name-input'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useDescribeEventType } from '@/lib/client/event-type-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import type { EventType } from '@/lib/contracts/event-type'
import { isLeft } from '@/lib/domain/news/leaving'

const STATUSES = [
  { value: 'draft', label: 'Draft: not sent yet' },
  { value: 'active', label: 'Active' },
  { value: 'deprecated', label: 'Deprecated: still sent, to be left' },
  { value: 'retired', label: 'Retired: no longer to be sent' },
] as const

/** Says whether an event type is still to be used, and what to go to. Its events are received as before. */
export function TypeStatusDialog({ type, onClose }: { type: EventType; onClose: () => void }) {
  const { name } = type
  const change = useDescribeEventType(name)
  const [status, setStatus] = useState(type.status)
  const errors = fieldErrors(change.error)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const leaving = leavingIn(form)
    change.mutate(
      { status, ...(isLeft(status) && leaving) },
      {
        onSuccess: () => {
          announce(`${name} is ${status}`)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      onClose={onClose}
      title={`Status of ${name}`}
      description="Its owner and those who consume it are told that it is to be left, for what and by when. Events that are sent all the same are still received."
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{formError(change.error)}</FormProblem>
        <StatusField status={status} statuses={STATUSES} error={errors.get('status')} onChange={setStatus} />
        {isLeft(status) && (
          <LeavingFields now={type} status={status} dayLabel="Retires on" errors={errors}>
            <Field label="Event type to go to" optional error={errors.get('successor')}>
              {(control) => (
                <TypeNameInput name="successor" defaultValue={type.successor ?? ''} {...control} />
              )}
            </Field>
          </LeavingFields>
        )}
        <DialogActions words="Save status" busyWords="Saving …" busy={change.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
