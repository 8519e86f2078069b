'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import type { FieldSpec, FormValues } from './entity-form'
import { LazyEntityDialog } from './lazy-entity-dialog'

interface EditDialogProps<Patch> {
  title: string
  fields: readonly FieldSpec[]
  values: FormValues
  change: UseMutationResult<unknown, Error, Patch>
  onClose: () => void
}

/** Describes something that exists. The form has exactly the fields of the contract, and the server judges the values. */
export function EditDialog<Patch>({ title, fields, values, change, onClose }: EditDialogProps<Patch>) {
  return (
    <LazyEntityDialog
      title={title}
      submit="Save"
      fields={fields}
      values={values}
      isPending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={(written) =>
        change.mutate(written as Patch, {
          onSuccess: () => {
            announce('Saved')
            onClose()
          },
        })
      }
    />
  )
}
