'use client'

import { useRef } from 'react'
import { Time } from '@/components/event/time'
import { pageHeading } from '@/components/shell/page-heading'
import { SchemaPlace } from '@/components/event/schema-place'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { Review, Suggestion, Thread } from '@/lib/contracts/proposal'
import type { Fix } from '@/lib/domain/lint/finding'
import { CommentWords } from './comment-words'
import { suggestedFix } from './suggest-change'
import { SuggestedChange } from './suggested-change'

interface OpenThreadsBoxProps {
  review: Review
  /** The schema as it is being written. */
  text: string
  onReveal: (pointer: string) => void
  /** Undefined where one may not change it. */
  onFix: ((fix: Fix) => void) | undefined
}

/** What is still asked of whoever revises a proposal, beside the text in which they answer it. Where nothing is it says nothing. */
export function OpenThreadsBox({ review, text, onReveal, onFix }: OpenThreadsBoxProps) {
  const list = useRef<HTMLUListElement>(null)
  const open = review.threads.filter(({ resolved_at }) => resolved_at === null)
  if (open.length === 0) return null
  return (
    <Box title="Comments" aside={`${open.length} open`}>
      <ul ref={list} tabIndex={-1} aria-label="Open comments" className="max-h-96 overflow-y-auto">
        {open.map((thread) => (
          <OpenThread
            key={thread.id}
            thread={thread}
            review={review}
            next={() => list.current ?? pageHeading()}
            onReveal={() => onReveal(thread.pointer)}
            onApply={
              onFix && !thread.is_gone ? (suggestion) => onFix(suggestedFix(text, thread, suggestion)) : null
            }
          />
        ))}
      </ul>
    </Box>
  )
}

interface OpenThreadProps {
  thread: Thread
  review: Review
  /** Where the focus goes when it is resolved. */
  next: () => HTMLElement | null
  onReveal: () => void
  onApply: ((suggestion: Suggestion) => void) | null
}

function OpenThread({ thread, review, next, onReveal, onApply }: OpenThreadProps) {
  const act = useReviewAct(review.id)
  const item = useRef<HTMLLIElement>(null)
  useFocusBack(item, next)
  return (
    <li ref={item} className="flex flex-col gap-1.5 border-b border-line px-3 py-2 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2">
        {thread.pointer === '' ? (
          <span className="text-ink-2">the whole schema</span>
        ) : (
          <button
            type="button"
            onClick={onReveal}
            className="group min-h-6 rounded-sm text-left font-mono text-xs text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
          >
            <SchemaPlace pointer={thread.pointer} />
          </button>
        )}
        {thread.is_gone && <Tag tone="risky">this field is gone</Tag>}
        {review.allowed.includes('comment') && (
          <Button
            size="small"
            look="quiet"
            className="ml-auto"
            busy={act.isPending}
            onClick={() => act.mutate({ does: 'resolve', thread: thread.id, resolved: true })}
          >
            Resolve<span className="sr-only"> the comments on {thread.pointer || 'the whole schema'}</span>
          </Button>
        )}
      </div>
      {thread.comments.map(({ id, by, at, body, suggestion }) => (
        <div key={id} className="flex flex-col items-start gap-1">
          <p className="text-ink-3">
            <span className="font-medium text-ink">{by.name || 'Somebody'}</span> <Time at={at} />
          </p>
          {body !== '' && <CommentWords body={body} names={review.mentioned_names} />}
          {suggestion && (
            <SuggestedChange suggestion={suggestion} onApply={onApply && (() => onApply(suggestion))} />
          )}
        </div>
      ))}
      {act.error && (
        <p role="alert" className="text-breaking">
          ✕ {act.error.message}
        </p>
      )}
    </li>
  )
}
