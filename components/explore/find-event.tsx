'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import { ApiProblem } from '@/lib/client/api'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { resolveText } from './resolve-text'

/** Longest id or key. */
const LONGEST = 200

/** One box for an event id, a trace id or a business key. */
export function FindEvent() {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState('')
  useGlobalKeys({ find: () => field.current?.focus() })
  function open(text: string): void {
    if (text === '' || busy) return
    setBusy(true)
    setAnswer('')
    resolveText(text)
      .then(
        (href) => {
          if (href === null) setAnswer(`No event has the id, trace id or key “${text}”.`)
          else router.push(href)
        },
        (error: unknown) =>
          setAnswer(
            error instanceof ApiProblem
              ? error.problem.detail
              : 'The server cannot be reached. Check that it runs and try again.',
          ),
      )
      .finally(() => setBusy(false))
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    open(field.current?.value.trim() ?? '')
  }
  return (
    <form role="search" onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <Input
        ref={field}
        type="search"
        name="id"
        maxLength={LONGEST}
        aria-label="Event id, trace id or business key"
        placeholder="Paste an event id, a trace id or an order number"
        className="min-w-0 flex-1 basis-60 sm:max-w-[30rem]"
        onPaste={(event) => {
          const text = event.clipboardData.getData('text').trim()
          // A pasted word is an id; a pasted paragraph is a mistake that one wants to see first.
          if (field.current?.value === '' && text.length <= LONGEST && !/\s/.test(text)) open(text)
        }}
      />
      <Button type="submit" look="primary" busy={busy} className="!h-8">
        {busy ? 'Looking…' : 'Open'}
      </Button>
      <span role="status" className="text-ink-2 empty:-ml-2">
        {answer}
      </span>
    </form>
  )
}
