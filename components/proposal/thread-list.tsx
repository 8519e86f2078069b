'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { UntilFound } from '@/components/ui/until-found'
import { useBeforePaint } from '@/components/ui/use-before-paint'
import type { Draft } from '@/lib/contracts/draft'
import type { Review, Thread } from '@/lib/contracts/proposal'
import { ThreadCard } from './thread-card'

/** So many threads more are shown at a time. */
const PART = 30

interface ThreadListProps {
  draft: Draft
  review: Review
  threads: readonly Thread[]
  /** The one that the address names is shown, with all before it. */
  named: string | null
  /** Where the focus goes when the last one is gone. */
  next: () => HTMLElement | null
}

/** Threads part by part. All of them stand in the page: a link to one, or the browser's search, shows it. */
export function ThreadList({ draft, review, threads, named, next }: ThreadListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(PART)
  const focusNext = useRef<number | null>(null)
  const shown = Math.max(wanted, untilPartOf(threads.findIndex(({ id }) => id === named)))
  // What is said while somebody looks, by themselves first of all, is shown wherever it stands.
  const [early] = useState(() => new Set(threads.map(({ id }) => id)))
  const isShown = ({ id }: Thread, at: number) => at < shown || !early.has(id)
  const more = Math.min(PART, threads.filter((thread, at) => !isShown(thread, at)).length)

  // The button may be gone, and whoever reads on begins at the first of the new ones.
  useBeforePaint(() => {
    if (focusNext.current === null) return
    list.current?.children[focusNext.current]?.querySelector('article')?.focus()
    focusNext.current = null
  }, [shown])

  return (
    <>
      <div ref={list}>
        {threads.map((thread, at) => (
          <UntilFound key={thread.id} shown={isShown(thread, at)} onFound={() => setWanted(untilPartOf(at))}>
            <div className="pb-3">
              <ThreadCard
                draft={draft}
                review={review}
                thread={thread}
                next={() => list.current?.children[at]?.querySelector('article') ?? next()}
              />
            </div>
          </UntilFound>
        ))}
      </div>
      {more > 0 && (
        <Button
          className="self-start"
          onClick={() => {
            focusNext.current = shown
            setWanted(shown + PART)
          }}
        >
          Show {more} more of {threads.length}
        </Button>
      )}
    </>
  )
}

/** How many are shown where that one is the last part's. */
function untilPartOf(index: number): number {
  return Math.ceil((index + 1) / PART) * PART
}
