'use client'

import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { useMe } from '@/lib/client/me'
import type { Draft } from '@/lib/contracts/draft'
import type { Review } from '@/lib/contracts/proposal'
import { mentionOf } from '@/lib/domain/review/mention'

const MOST = 8

interface MentionOffersProps {
  draft: Draft
  review: Review
  words: RefObject<HTMLTextAreaElement | null>
}

/** Who has to do with a proposal, to be mentioned in what one writes: they find it in their inbox. */
export function MentionOffers({ draft, review, words }: MentionOffersProps) {
  const me = useMe()
  const offers = new Map<string, string>()
  const speakers = review.threads.flatMap(({ comments }) => comments.map(({ by }) => by))
  if (draft.owner) offers.set(draft.owner.slug.toLowerCase(), draft.owner.name)
  for (const { id, name } of [draft.author, ...review.entries.map(({ by }) => by), ...speakers])
    if (id !== me.id && mentionOf(name) !== '') offers.set(mentionOf(name), name)
  function insert(mention: string): void {
    const field = words.current
    if (!field) return
    const before = field.value.slice(0, field.selectionStart)
    field.focus()
    field.setRangeText(
      `${before === '' || /\s$/.test(before) ? '' : ' '}@${mention} `,
      field.selectionStart,
      field.selectionEnd,
      'end',
    )
    // To whoever keeps what is written.
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (offers.size === 0) return null
  return (
    <div
      role="group"
      aria-label="Mention"
      className="-mt-2 flex flex-wrap items-center gap-x-1 text-xs text-ink-3"
    >
      Mention
      {[...offers].slice(0, MOST).map(([mention, name]) => (
        <Button key={mention} size="small" look="quiet" title={`@${mention}`} onClick={() => insert(mention)}>
          @{name}
        </Button>
      ))}
    </div>
  )
}
