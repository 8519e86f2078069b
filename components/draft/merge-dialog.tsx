'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Bone } from '@/components/ui/skeleton'
import { draftQueries } from '@/lib/client/draft-queries'
import { valuesOf, type DraftSaver, type DraftSnapshot } from '@/lib/client/draft-saver'
import { reviewQueries } from '@/lib/client/review-queries'
import { mergeDrafts, type DraftPlace } from '@/lib/domain/review/merge-drafts'
import { MergeConflictCard } from './merge-conflict-card'
import { placeWords } from './place-words'

interface MergeDialogProps {
  id: string
  saver: DraftSaver
  snapshot: DraftSnapshot
  onClose: () => void
}

/** What two people made of one draft, brought together: what only one changed is taken, about the rest one decides. */
export function MergeDialog({ id, saver, snapshot, onClose }: MergeDialogProps) {
  const base = useQuery(reviewQueries.revision(id, snapshot.revision))
  // What they saved last, not what was known before: it may go on while one decides.
  const theirs = useQuery({ ...draftQueries.detail(id), staleTime: 0, refetchOnMount: 'always' })
  const error = base.error ?? theirs.error
  return (
    <Dialog
      wide
      onClose={onClose}
      title="Two people wrote"
      description="What only one of you changed is taken from either. Where both changed the same, choose."
    >
      {error ? (
        <ErrorState
          title="The other revision could not be read"
          actions={
            <Button onClick={() => void Promise.all([base.refetch(), theirs.refetch()])}>Try again</Button>
          }
        >
          {error.message}
        </ErrorState>
      ) : base.data && theirs.data && !theirs.isFetching ? (
        <Merging
          before={base.data.content}
          other={theirs.data}
          mine={snapshot.values}
          onDone={(values) => {
            onClose()
            void saver.bringTogether(theirs.data, values)
          }}
          onTheirs={() => {
            onClose()
            void saver.takeTheirs()
          }}
          onCancel={onClose}
        />
      ) : (
        <Bone className="h-40" />
      )}
    </Dialog>
  )
}

/** From so many on one may decide about all at once that were not decided one by one. */
const MANY = 4

interface MergingProps {
  before: Parameters<typeof mergeDrafts>[0]
  other: Parameters<typeof valuesOf>[0]
  mine: DraftSnapshot['values']
  onDone: (values: DraftSnapshot['values']) => void
  onTheirs: () => void
  onCancel: () => void
}

function Merging({ before, other, mine, onDone, onTheirs, onCancel }: MergingProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map())
  const { merged, conflicts, taken, kept } = useMemo(
    () => mergeDrafts(before, mine, valuesOf(other), (place) => chosen.get(keyOf(place)) ?? 'mine'),
    [before, mine, other, chosen],
  )
  const undecided = conflicts.filter((conflict) => !chosen.has(keyOf(conflict))).map(keyOf)
  const open = undecided.length
  const takeForRest = (side: 'mine' | 'theirs') =>
    setChosen((now) => new Map([...now, ...undecided.map((key) => [key, side] as const)]))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Places title="Only you changed" places={kept} />
        <Places title={`Only they changed (revision ${other.revision})`} places={taken} />
      </div>
      {conflicts.length >= MANY && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="flex-1 basis-full text-ink-2 sm:basis-40">
            {conflicts.length} places that both changed
          </p>
          <Button size="small" onClick={() => takeForRest('mine')}>
            Yours for the rest
          </Button>
          <Button size="small" onClick={() => takeForRest('theirs')}>
            Theirs for the rest
          </Button>
        </div>
      )}
      {conflicts.map((conflict) => (
        <MergeConflictCard
          key={keyOf(conflict)}
          conflict={conflict}
          chosen={chosen.get(keyOf(conflict)) ?? null}
          onChoose={(side) => setChosen((now) => new Map(now).set(keyOf(conflict), side))}
        />
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="flex-1 basis-full text-ink-2 sm:basis-40">
          {conflicts.length === 0
            ? '✓ Nothing that both changed'
            : open === 0
              ? '✓ All is decided'
              : `${open} of ${conflicts.length} to decide`}
        </p>
        <Button onClick={onCancel}>Cancel</Button>
        <Button onClick={onTheirs}>Give up mine</Button>
        <Button look="primary" disabled={open > 0} onClick={() => onDone(merged)}>
          Save both together
        </Button>
      </div>
    </div>
  )
}

const SHOWN = 8

function Places({ title, places }: { title: string; places: readonly DraftPlace[] }) {
  const words = [...new Set(places.map(placeWords))]
  return (
    <section className="rounded-md border border-line px-3 py-2">
      <h3 className="font-medium">{title}</h3>
      <ul className="text-xs text-ink-2">
        {words.length === 0 && <li>nothing</li>}
        {words.slice(0, SHOWN).map((word) => (
          <li key={word}>{word}</li>
        ))}
        {words.length > SHOWN && <li>and {words.length - SHOWN} more places</li>}
      </ul>
    </section>
  )
}

function keyOf({ field, pointer }: DraftPlace): string {
  return `${field} ${pointer}`
}
