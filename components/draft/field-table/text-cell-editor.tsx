'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { CONTROL } from '@/components/ui/input'
import { classNames } from '@/components/ui/class-names'

interface TextCellEditorProps {
  label: string
  text: string
  /** What was typed to begin with: it takes the text's place. */
  typed?: string | undefined
  mono?: boolean
  /** Shift+Enter begins a line: the text lies over the rows below while it is written. */
  multiline?: boolean
  /** The new text, or null where it stays. */
  onDone: (text: string | null, next: boolean) => void
}

/** The text of a cell while it is written: Enter or Tab keeps it, and so does leaving; Escape does not. */
export function TextCellEditor({
  label,
  text,
  typed,
  mono = false,
  multiline = false,
  onDone,
}: TextCellEditorProps) {
  const [value, setValue] = useState(typed ?? text)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    // What was typed is gone on with; a text that was there is written over or walked into.
    if (typed === undefined) field.current?.select()
    else field.current?.setSelectionRange(typed.length, typed.length)
  }, [typed])

  function finish(kept: string | null, next = false): void {
    if (isDone.current) return
    isDone.current = true
    onDone(kept === text ? null : kept, next)
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Keys belong to the text here, not to the table.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') finish(null)
    else if (event.key === 'Enter' && !(multiline && event.shiftKey)) finish(value)
    else if (event.key === 'Tab' && !event.shiftKey) finish(value, true)
    else return
    event.preventDefault()
  }
  const shared = {
    ref: field,
    'aria-label': label,
    value,
    spellCheck: multiline,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
    onBlur: () => finish(value),
    onKeyDown,
  }
  return multiline ? (
    <textarea
      {...shared}
      rows={3}
      maxLength={10_000}
      className={classNames(
        CONTROL,
        'absolute inset-x-0.5 top-0.5 z-10 !px-1.5 py-1 text-xs leading-5 shadow-raised',
      )}
    />
  ) : (
    <input
      {...shared}
      autoComplete="off"
      maxLength={1_000}
      className={classNames(CONTROL, 'h-6 !px-1 text-xs', mono && 'font-mono')}
    />
  )
}
