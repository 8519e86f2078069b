'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Time } from '@/components/event/time'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Passing } from '@/components/ui/passing'
import { reviewQueries } from '@/lib/client/review-queries'
import { useRestoreRevision } from '@/lib/client/review-mutations'
import type { Draft } from '@/lib/contracts/draft'

const RevisionDialog = dynamic(() => import('./revision-dialog').then((module) => module.RevisionDialog), {
  ssr: false,
})

/** So many more are shown at a time. */
const PART = 50

interface RevisionsBoxProps {
  draft: Draft
  mayRestore: boolean
  /** Saves what is not saved yet, and answers the revision that is then the latest; null where it could not be. */
  before?: () => Promise<number | null>
  after?: () => void
}

/** Every saved revision, what was changed since, and the way back to each. */
export function RevisionsBox({ draft, mayRestore, before, after }: RevisionsBoxProps) {
  const [open, setOpen] = useState(false)
  return (
    <Box
      title="Revisions"
      aside={
        <Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {open ? (
        <RevisionList draft={draft} mayRestore={mayRestore} before={before} after={after} />
      ) : (
        <p className="px-3 py-2 text-ink-3">
          Revision {draft.revision}. Every saved one is kept, to compare and to go back to.
        </p>
      )}
    </Box>
  )
}

function RevisionList({ draft, mayRestore, before, after }: RevisionsBoxProps) {
  const { data = [], isPending } = useQuery({ ...reviewQueries.revisions(draft.id), staleTime: 0 })
  const restore = useRestoreRevision(draft.id)
  const [shown, setShown] = useState(PART)
  const [compared, setCompared] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const more = Math.min(PART, data.length - shown)
  async function goBack(number: number): Promise<void> {
    const revision = before ? await before() : draft.revision
    if (revision === null) return announce('Not gone back: what is here is not saved yet', 'problem')
    restore.mutate(
      { number, revision },
      {
        onSuccess: () => {
          announce(`Revision ${number} is back`)
          after?.()
        },
      },
    )
  }
  return (
    <>
      {restore.error && (
        <p role="alert" className="px-3 py-1.5 text-breaking">
          ✕ {restore.error.message}
        </p>
      )}
      <ol
        ref={list}
        tabIndex={-1}
        aria-label="Revisions"
        aria-busy={isPending}
        className="max-h-72 overflow-y-auto py-1"
      >
        {data.slice(0, shown).map(({ revision, by, saved_at, only_documentation, origin }, index) => (
          <li key={revision} className="flex min-h-7 items-center gap-2 px-3">
            <span className="w-8 shrink-0 text-right font-mono text-xs text-ink-3">{revision}</span>
            <span className="min-w-0 flex-1 truncate">
              {by.name || 'Somebody'}{' '}
              <span className="text-ink-3">
                <Time at={saved_at} />
                {origin !== '' && `, ${originWords(origin)}`}
                {only_documentation && ', only words'}
              </span>
            </span>
            {index > 0 && (
              <Button
                size="small"
                look="quiet"
                aria-label={`Compare revision ${revision} with now`}
                busy={restore.isPending}
                onClick={() => setCompared(revision)}
              >
                Compare{mayRestore && ' …'}
              </Button>
            )}
          </li>
        ))}
        {more > 0 && (
          <li className="px-1.5 py-1">
            <Passing next={() => list.current}>
              <Button size="small" look="quiet" onClick={() => setShown(shown + PART)}>
                Show {more} older of {data.length}
              </Button>
            </Passing>
          </li>
        )}
      </ol>
      {compared !== null && (
        <RevisionDialog
          draft={draft}
          revision={compared}
          onRestore={
            mayRestore
              ? () => {
                  setCompared(null)
                  void goBack(compared)
                }
              : null
          }
          onClose={() => setCompared(null)}
        />
      )}
    </>
  )
}

function originWords(origin: string): string {
  const [how, what] = origin.split(' ')
  return how === 'restored' ? `back to ${what}` : `on ${what}`
}
