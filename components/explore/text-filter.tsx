'use client'

import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface TextFilterProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  label: string
  value: string
  onCommit: (value: string) => void
}

/**
 * A filter by the whole of a text. It counts on Enter and on leaving the field: while one types, half an id would find
 * nothing and empty the list.
 */
export function TextFilter({ label, value, onCommit, ...rest }: TextFilterProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          // A value that changes from outside (back, "clear") begins the field anew.
          key={value}
          defaultValue={value}
          maxLength={200}
          spellCheck={false}
          onBlur={(event) => {
            if (event.target.value.trim() !== value) onCommit(event.target.value.trim())
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onCommit(event.currentTarget.value.trim())
          }}
          {...rest}
        />
      )}
    </Field>
  )
}
