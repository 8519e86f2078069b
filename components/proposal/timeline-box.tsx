'use client'

import { useRef, useState } from 'react'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Passing } from '@/components/ui/passing'
import type { ProposalEntry, Review } from '@/lib/contracts/proposal'
import { CommentWords } from './comment-words'

const WORDS: Record<ProposalEntry['event'], string> = {
  revise: 'saved',
  submit: 'handed it in',
  comment: 'commented',
  'request-changes': 'asked for changes',
  approve: 'approved',
  publish: 'published it',
  decline: 'declined it',
  withdraw: 'withdrew it',
  reopen: 'opened it again',
}
const GLYPHS: Record<ProposalEntry['event'], string> = {
  revise: '·',
  submit: '→',
  comment: '“',
  'request-changes': '▲',
  approve: '✓',
  publish: '●',
  decline: '✕',
  withdraw: '–',
  reopen: '↺',
}

/** What is done to one revision, and not to the proposal as it stands. */
const OF_A_REVISION: ReadonlySet<ProposalEntry['event']> = new Set([
  'revise',
  'submit',
  'approve',
  'request-changes',
])

/** What is older stands behind a button: who comes back wants the end. */
const LATEST = 12

/** What happened, first to last; saves in a row are one line. */
export function TimelineBox({ entries, mentioned_names: mentionedNames }: Review) {
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const all = entries.filter(({ event }, i) => event !== 'revise' || entries[i + 1]?.event !== 'revise')
  const shown = isWhole ? all : all.slice(-LATEST)
  const earlier = all.length - shown.length
  return (
    <Box title="Timeline">
      {earlier > 0 && (
        <div className="px-1.5 pt-2">
          <Passing next={() => list.current}>
            <Button size="small" look="quiet" onClick={() => setWhole(true)}>
              Show {earlier} earlier
            </Button>
          </Passing>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-3">Nothing has happened since it was begun.</p>
      ) : (
        <ol ref={list} tabIndex={-1} className="flex flex-col gap-1.5 px-3 py-2.5">
          {shown.map((entry) => (
            <li key={entry.id} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-1.5">
              <span aria-hidden className="text-center text-ink-3">
                {GLYPHS[entry.event]}
              </span>
              <span>
                <span className="font-medium">{entry.by.name || 'Somebody'}</span> {WORDS[entry.event]}{' '}
                <span className="text-ink-3">
                  {OF_A_REVISION.has(entry.event) && `revision ${entry.revision}, `}
                  <Time at={entry.at} />
                </span>
              </span>
              {entry.body !== '' && (
                <div className="col-start-2 text-ink-2">
                  <CommentWords body={entry.body} names={mentionedNames} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </Box>
  )
}
