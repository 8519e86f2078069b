'use client'

import { useEffect, useState } from 'react'
import { announce } from './announcer'
import { classNames } from './class-names'
import { Icon } from './icon'

/** Milliseconds the check mark stays. */
const SHOWN = 1_500

/** Copies on click and remembers for a moment that it did. */
export function useCopied(text: string): { copied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])
  function copy(): void {
    void copyText(text).then((done) => {
      setCopied(done)
      announce(done ? 'Copied' : 'Copying was refused by the browser: select the text instead')
    })
  }
  return { copied, copy }
}

interface CopyButtonProps {
  text: string
  /** What is copied, for the name of the button: "Copy event id". */
  what: string
  /** Words on the button; without them it is an icon. */
  children?: React.ReactNode
  className?: string
}

export function CopyButton({ text, what, children, className }: CopyButtonProps) {
  const { copied, copy } = useCopied(text)
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={children === undefined ? `Copy ${what}` : undefined}
      title={`Copy ${what}`}
      className={classNames(
        '-my-1 inline-flex h-6 min-w-6 items-center align-middle justify-center gap-1.5 rounded-md px-1 text-ink-3 hover:bg-hover hover:text-ink',
        className,
      )}
    >
      <Icon name={copied ? 'check' : 'copy'} className={copied ? 'shrink-0 text-safe' : 'shrink-0'} />
      {children}
    </button>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Where the clipboard API is missing: plain http on another machine's address. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  const before = document.activeElement
  field.value = text
  field.className = 'fixed top-0 opacity-0'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
