'use client'

import { useState, type ComponentProps } from 'react'
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
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    // It changed from outside: back, "clear". The field stays the same one, or it would lose the focus.
    setKnown(value)
    setText(value)
  }
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          value={text}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text.trim() !== value) onCommit(text.trim())
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onCommit(text.trim())
          }}
          {...rest}
        />
      )}
    </Field>
  )
}
