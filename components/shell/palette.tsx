'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useMay } from '@/lib/client/me'
import { useRecentItems } from '@/lib/client/recent'
import { searchQueries } from '@/lib/client/search-queries'
import { useOverlays } from './use-overlays'
import {
  hitEntries,
  leadsToEvents,
  matchingEntries,
  recentEntries,
  standingEntries,
  type PaletteEntry,
} from './palette-entries'
import { PaletteRow } from './palette-row'

interface PaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Finds anything and does anything, without the hands leaving the keys. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          initialFocus={input}
          className="fixed top-[max(0.75rem,12dvh)] left-1/2 z-40 flex max-h-[min(76dvh,34rem)] w-[calc(100vw-1.5rem)] max-w-2xl -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line-strong bg-surface shadow-raised"
        >
          <Base.Title className="sr-only">Find anything</Base.Title>
          <PaletteBody input={input} onClose={() => onOpenChange(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function usePaletteEntries(text: string) {
  const { openKeys } = useOverlays()
  const recent = useRecentItems()
  const { data: hits, isFetching, isPlaceholderData, isError } = useQuery(searchQueries.hits(text))
  const standing = standingEntries(openKeys, {
    draft: useMay('draft'),
    register: useMay('edit-catalog', { owner: null }),
    describe: useMay('edit-catalog'),
  })
  const entries =
    text === ''
      ? [...recentEntries(recent), ...standing]
      : [...hitEntries(hits ?? []), ...matchingEntries(standing, text)]
  return { entries, isSettled: text === '' || (!isFetching && !isPlaceholderData), isError }
}

function PaletteBody({
  input,
  onClose,
}: {
  input: React.RefObject<HTMLInputElement | null>
  onClose: () => void
}) {
  const router = useRouter()
  const client = useQueryClient()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const text = typed.trim()
  const { entries, isSettled, isError } = usePaletteEntries(text)
  const current = entries[Math.min(active, entries.length - 1)]

  function choose(entry: PaletteEntry): void {
    onClose()
    if (entry.href !== undefined) router.push(entry.href)
    entry.run?.()
  }
  /** Enter or a paste that came before the answer: follows the first hit as soon as it is there. */
  async function chooseFirst(sought: string, wanted: (entry: PaletteEntry) => boolean): Promise<void> {
    const [first] = hitEntries(await client.fetchQuery(searchQueries.hits(sought)).catch(() => []))
    if (first && wanted(first) && input.current?.value.trim() === sought) choose(first)
  }
  useEffect(() => {
    document.getElementById(`${id}-${current?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current?.id])

  function onKeyDown(event: React.KeyboardEvent): void {
    const last = entries.length - 1
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    }
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined
    if (move !== undefined) {
      event.preventDefault()
      setActive(Math.max(0, move))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (!isSettled && active === 0) void chooseFirst(text, () => true)
      else if (current) choose(current)
    }
  }

  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Icon name="explore" className="shrink-0 text-ink-3" />
        <input
          ref={input}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-autocomplete="list"
          aria-label="Find anything, or paste an id"
          placeholder="Find events, fields, owners, or paste an id"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text').trim()
            if (typed === '' && pasted !== '') void chooseFirst(pasted, leadsToEvents)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Results" className="min-h-0 overflow-y-auto p-1.5">
        {groupsOf(entries).map(([group, members]) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div
              id={`${id}-${group}`}
              role="presentation"
              className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-3"
            >
              {group}
            </div>
            {members.map((entry) => (
              <PaletteRow
                key={entry.id}
                id={`${id}-${entry.id}`}
                entry={entry}
                selected={entry === current}
                onPoint={() => setActive(entries.indexOf(entry))}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={entries.length > 0 ? 'sr-only' : 'px-4 py-8 text-center text-ink-2'}>
        {statusOf(entries.length, isSettled, isError)}
      </p>
    </>
  )
}

function statusOf(count: number, isSettled: boolean, isError: boolean): string {
  if (isError) return 'The search did not answer. Pages and actions still work.'
  if (!isSettled) return 'Searching …'
  if (count === 0) return 'Nothing of that name, and no event, trace or key with that id.'
  return `${count} ${count === 1 ? 'result' : 'results'}`
}

/** Neighbours of one group together, in the order of their best entry. */
function groupsOf(entries: readonly PaletteEntry[]): [string, PaletteEntry[]][] {
  const groups = new Map<string, PaletteEntry[]>()
  for (const entry of entries) {
    const members = groups.get(entry.group)
    if (members) members.push(entry)
    else groups.set(entry.group, [entry])
  }
  return [...groups]
}
