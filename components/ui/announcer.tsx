'use client'

import { useSyncExternalStore } from 'react'

interface Message {
  id: number
  text: string
  tone: 'done' | 'problem'
}

/** Milliseconds a message stays on the screen. */
const SHOWN = 5_000
const NOBODY: readonly Message[] = []

let messages = NOBODY
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Message[]): void {
  messages = next
  for (const listener of listeners) listener()
}

/** Says in passing that something was done, on the screen and to screen readers. What needs an answer is no announcement. */
export function announce(text: string, tone: Message['tone'] = 'done'): void {
  const id = ++lastId
  set([...messages.filter((message) => message.text !== text), { id, text, tone }].slice(-3))
  setTimeout(() => set(messages.filter((message) => message.id !== id)), SHOWN)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where announcements appear; once per page. */
export function Announcer() {
  const shown = useSyncExternalStore(
    subscribe,
    () => messages,
    () => NOBODY,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      aria-label="Announcements"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-4 sm:bottom-6"
    >
      {shown.map(({ id, text, tone }) => (
        <p key={id} className="rounded-md border border-line-strong bg-ink px-3 py-1.5 text-bg shadow-raised">
          {tone === 'problem' && <span aria-hidden>✕ </span>}
          {text}
        </p>
      ))}
    </div>
  )
}
