'use client'

import { useRef } from 'react'
import { SchemaPlace } from '@/components/event/schema-place'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { pendingComments } from '@/lib/client/pending-comments'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import { suggestionWords } from './suggest-change'
import { ThreadList } from './thread-list'
import { useNamedThread } from './use-named-thread'

/** What was said at fields: open threads first, and what waits for the review to be handed in. */
export function ThreadsSection({ draft, review }: { draft: Draft; review: Review }) {
  const open = review.threads.filter(({ resolved_at }) => resolved_at === null)
  const resolved = review.threads.filter(({ resolved_at }) => resolved_at !== null)
  const pending = pendingComments(draft.id)
  const waiting = pending.use()
  const named = useNamedThread()
  const heading = useRef<HTMLHeadingElement>(null)
  const toHeading = () => heading.current
  if (review.threads.length === 0 && waiting.length === 0) return null
  return (
    <section aria-label="Comments" className="flex flex-col gap-3">
      <h2 ref={heading} tabIndex={-1} className="font-semibold">
        Comments <span className="font-normal text-ink-3">{open.length} open</span>
      </h2>
      {waiting.map((comment, index) => (
        <div
          key={`${comment.pointer} ${index}`}
          className="flex flex-wrap items-baseline gap-2 rounded-lg border border-dashed border-line-strong px-3 py-2"
        >
          <Tag tone="accent">waits for your review</Tag>
          <code className="text-xs">
            <SchemaPlace pointer={comment.pointer || 'the whole schema'} />
          </code>
          <Button
            size="small"
            look="quiet"
            className="ml-auto"
            onClick={() => {
              pending.write(waiting.filter((_, other) => other !== index))
              heading.current?.focus()
            }}
          >
            Take back
          </Button>
          <p className="w-full whitespace-pre-wrap">
            {comment.body || (comment.suggestion && suggestionWords(comment.suggestion))}
          </p>
        </div>
      ))}
      {open.length > 0 && (
        <ThreadList draft={draft} review={review} threads={open} named={named} next={toHeading} />
      )}
      {resolved.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-ink-2">{resolved.length} resolved</summary>
          <div className="flex flex-col gap-3 pt-2">
            <ThreadList draft={draft} review={review} threads={resolved} named={named} next={toHeading} />
          </div>
        </details>
      )}
    </section>
  )
}
