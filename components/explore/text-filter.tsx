'use client'

import { useState, type ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface TextFilterProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  label: string
  value: string
  onCommit: (value: string) => void
  /** What is wrong with a text; it stays in the field, and nothing is filtered by it. */
  problemOf?: (text: string) => string | null
}

const NO_PROBLEM = () => null

/**
 * A filter by the whole of a text. It counts on Enter and on leaving the field: while one types, half an id would find
 * nothing and empty the list.
 */
export function TextFilter({ label, value, onCommit, problemOf = NO_PROBLEM, ...rest }: TextFilterProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const [problem, setProblem] = useState(() => problemOf(value))
  if (known !== value) {
    setKnown(value)
    // Emptied since it was refused, the field keeps what was typed. Else it changed from outside: back, "clear". The field
    // stays the same one, or it would lose the focus.
    if (problem === null || value !== '') {
      setText(value)
      setProblem(problemOf(value))
    }
  }
  function commit(): void {
    const found = problemOf(text.trim())
    setProblem(found)
    onCommit(found === null ? text.trim() : '')
  }
  return (
    <Field label={label} error={problem}>
      {(control) => (
        <Input
          {...control}
          value={text}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text.trim() !== value || problem !== null) commit()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
          }}
          {...rest}
        />
      )}
    </Field>
  )
}
