'use client'

import { useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { Time } from '@/components/event/time'
import { applyFixToText } from '@/components/draft/apply-fix-to-text'
import { SchemaPlace } from '@/components/event/schema-place'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { Tag } from '@/components/ui/tag'
import { UntilFound } from '@/components/ui/until-found'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { begunAnswers } from '@/lib/client/begun-answers'
import { useApplySuggestion, useReviewAct } from '@/lib/client/review-mutations'
import type { Review, Suggestion, Thread } from '@/lib/contracts/proposal'
import type { Draft } from '@/lib/contracts/draft'
import { CommentWords } from './comment-words'
import { suggestedFix } from './suggest-change'
import { SuggestedChange } from './suggested-change'

/** In a longer thread the comments between the first and the last ones stand behind a button. */
const LONG = 8
const LAST = 4

interface ThreadCardProps {
  draft: Draft
  review: Review
  thread: Thread
  /** Where the focus goes when it is resolved, or opened again, and stands elsewhere. */
  next: () => HTMLElement | null
}

/** Comments on one place, with what was suggested; answered, resolved and applied where they stand. */
export function ThreadCard({ draft, review, thread, next }: ThreadCardProps) {
  const act = useReviewAct(draft.id)
  const apply = useApplySuggestion(draft.id)
  const begun = begunAnswers(draft.id)
  const written = begun.use()[thread.id] ?? ''
  const [isWhole, setWhole] = useState(false)
  const card = useRef<HTMLElement>(null)
  const between = useRef<HTMLUListElement>(null)
  useFocusBack(card, next)
  const isResolved = thread.resolved_at !== null
  const folded = thread.comments.length <= LONG ? [] : thread.comments.slice(1, -LAST)
  const after = thread.comments.slice(1 + folded.length)
  const mayApply = review.allowed.includes('revise') && !isResolved && !thread.is_gone
  const mayComment = review.allowed.includes('comment')
  const problem = act.error?.message ?? apply.error?.message

  function answer(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const body = written.trim()
    if (body === '') return
    const comment = { thread: thread.id, revision: draft.revision, body }
    act.mutate({ does: 'comment', comment }, { onSuccess: () => write('') })
  }
  /** As one writes: what is begun outlives a reload. */
  function write(text: string): void {
    const { [thread.id]: _, ...others } = begun.read()
    begun.write(text === '' ? others : { ...others, [thread.id]: text })
  }
  function applyNow(suggestion: Suggestion): void {
    const fix = suggestedFix(draft.schema_text, thread, suggestion)
    const schemaText = applyFixToText(draft.schema_text, fix)
    apply.mutate({ revision: draft.revision, schemaText, thread: thread.id })
  }
  const draw = (comment: Thread['comments'][number]) => (
    <ThreadComment
      key={comment.id}
      comment={comment}
      names={review.mentioned_names}
      busy={apply.isPending}
      onApply={mayApply && comment.suggestion ? () => applyNow(comment.suggestion!) : null}
    />
  )
  return (
    <article
      ref={card}
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-label={`Comments on ${thread.pointer || 'the whole schema'}`}
      className="scroll-mt-20 rounded-lg border border-line bg-surface target:border-accent"
    >
      <header className="flex min-h-9 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <a
          href={`#thread-${thread.id}`}
          title="Link to these comments"
          className="group inline-flex min-h-6 min-w-0 items-center rounded-sm hover:underline"
        >
          <code className="text-xs font-semibold">
            <SchemaPlace pointer={thread.pointer || 'the whole schema'} />
          </code>
        </a>
        {thread.is_gone && (
          <Tag tone="risky" title={`It was at ${thread.opened_at} in revision ${thread.revision}`}>
            this field is gone
          </Tag>
        )}
        {!thread.is_gone && thread.opened_at !== thread.pointer && (
          <span className="text-xs text-ink-3">
            was <SchemaPlace pointer={thread.opened_at} />
          </span>
        )}
        <span className="ml-auto flex items-center gap-2">
          {isResolved && <span className="text-ink-3">resolved by {thread.resolved_by}</span>}
          {mayComment && (
            <Button
              size="small"
              look="quiet"
              busy={act.isPending}
              onClick={() => act.mutate({ does: 'resolve', thread: thread.id, resolved: !isResolved })}
            >
              {isResolved ? 'Open again' : 'Resolve'}
            </Button>
          )}
        </span>
      </header>
      <ul className="flex flex-col">
        {thread.comments.slice(0, 1).map(draw)}
        {folded.length > 0 && (
          <li>
            {!isWhole && (
              <div className="border-b border-line px-1.5 py-1">
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => {
                    flushSync(() => setWhole(true))
                    // The button is gone: one reads on with what it hid.
                    between.current?.focus()
                  }}
                >
                  Show {folded.length} between
                </Button>
              </div>
            )}
            <UntilFound shown={isWhole} onFound={() => setWhole(true)}>
              <ul
                ref={between}
                tabIndex={-1}
                aria-label="Comments between"
                className="border-b border-line -outline-offset-2"
              >
                {folded.map(draw)}
              </ul>
            </UntilFound>
          </li>
        )}
        {after.map(draw)}
      </ul>
      {problem !== undefined && (
        <p role="alert" className="px-3 py-1.5 text-breaking">
          ✕ {problem}
        </p>
      )}
      {mayComment && !isResolved && (
        <form onSubmit={answer} className="flex items-start gap-2 border-t border-line p-2">
          <Textarea
            name="body"
            rows={1}
            maxLength={10_000}
            aria-label="Answer"
            placeholder="Answer"
            value={written}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <Button type="submit" busy={act.isPending}>
            Answer
          </Button>
        </form>
      )}
    </article>
  )
}

interface ThreadCommentProps {
  comment: Thread['comments'][number]
  /** Full names that somebody may be mentioned by. */
  names: readonly string[]
  busy: boolean
  /** Null where it suggests nothing, or whoever looks may not change the draft. */
  onApply: (() => void) | null
}

function ThreadComment({ comment, names, busy, onApply }: ThreadCommentProps) {
  return (
    <li className="border-b border-line px-3 py-2 last:border-b-0">
      <p>
        <span className="font-medium">{comment.by.name || 'Somebody'}</span>{' '}
        <span className="text-ink-3">
          <Time at={comment.at} />, revision {comment.revision}
        </span>
      </p>
      {comment.body !== '' && <CommentWords body={comment.body} names={names} />}
      {comment.suggestion && (
        <SuggestedChange className="mt-1.5" suggestion={comment.suggestion} busy={busy} onApply={onApply} />
      )}
    </li>
  )
}
