'use client'

import { useId, type ReactNode } from 'react'

/** What a control needs to belong to its field. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: string
  /** A sentence under the control. */
  hint?: ReactNode
  /** What is wrong with the value; stands in place of the hint. */
  error?: string | null
  optional?: boolean
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** A control with its label above and its hint or error below, tied together for everyone. */
export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useId()
  const note = `${id}-note`
  const hasError = error !== undefined && error !== null
  const hasNote = hasError || hint !== undefined
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 flex items-baseline gap-1.5 font-medium">
        {label}
        {optional && <span className="font-normal text-ink-3">optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': hasNote ? note : undefined,
        'aria-invalid': hasError ? true : undefined,
      })}
      {hasNote && (
        <div id={note} className={`mt-1 text-xs ${hasError ? 'text-breaking' : 'text-ink-3'}`}>
          {hasError ? (
            <>
              <span aria-hidden>✕ </span>
              <span className="sr-only">Error: </span>
              {error}
            </>
          ) : (
            hint
          )}
        </div>
      )}
    </div>
  )
}
