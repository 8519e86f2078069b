'use client'

import { useState, type FormEvent } from 'react'
import { LeavingFields, leavingIn, StatusField } from '@/components/event/leaving-parts'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Select } from '@/components/ui/select'
import { useUpdateVersion } from '@/lib/client/event-type-mutations'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import type { SchemaVersion } from '@/lib/contracts/schema-version'

const STATUSES = [
  { value: 'active', label: 'Active' },
  { value: 'deprecated', label: 'Deprecated: still valid, to be left' },
  { value: 'retired', label: 'Retired: no longer “latest”, not to be sent' },
] as const

interface VersionStatusDialogProps {
  version: SchemaVersion
  labels: readonly string[]
  onClose: () => void
}

/** Says what may change about a published version. Its schema and its events stay as they are. */
export function VersionStatusDialog({ version, labels, onClose }: VersionStatusDialogProps) {
  const { event_type: name, label } = version
  const update = useUpdateVersion(name)
  const [status, setStatus] = useState(version.status)
  const errors = fieldErrors(update.error)
  const problem = formError(update.error)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { status, ...(status !== 'active' && leavingIn(form)) }
    update.mutate(
      { version: label, body },
      {
        onSuccess: () => {
          announce(`${name} ${label} is ${status}`)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      onClose={onClose}
      title={`Status of ${label}`}
      description="The schema never changes; consumers see what to go to, and until when."
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>{problem}</FormProblem>
        <StatusField status={status} statuses={STATUSES} error={errors.get('status')} onChange={setStatus} />
        {status !== 'active' && (
          <LeavingFields now={version} status={status} dayLabel="To be read until" errors={errors}>
            <Field label="Version to go to" optional error={errors.get('successor')}>
              {(control) => (
                <Select
                  name="successor"
                  none="None"
                  defaultValue={version.successor ?? ''}
                  options={labels.filter((one) => one !== label).map((one) => ({ value: one, label: one }))}
                  {...control}
                />
              )}
            </Field>
          </LeavingFields>
        )}
        <DialogActions words="Save status" busyWords="Saving …" busy={update.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
