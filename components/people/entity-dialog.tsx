'use client'

import { Dialog } from '@/components/ui/dialog'
import { EntityForm, type FieldSpec, type FormValues } from './entity-form'

export interface EntityDialogProps {
  title: string
  submit: string
  fields: readonly FieldSpec[]
  values?: FormValues
  isPending: boolean
  error: unknown
  onSubmit: (values: FormValues) => void
  onClose: () => void
}

/** The form over the page it belongs to. */
export function EntityDialog({ title, values, onClose, ...form }: EntityDialogProps) {
  return (
    <Dialog onClose={onClose} title={title}>
      <EntityForm {...form} values={values ?? {}} isNew={values === undefined} onCancel={onClose} />
    </Dialog>
  )
}
