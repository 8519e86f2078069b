'use client'

import { useRef, useState, type FormEvent, type RefObject } from 'react'
import { announce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogActions } from '@/components/ui/dialog-actions'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { pendingComments } from '@/lib/client/pending-comments'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { Draft } from '@/lib/contracts/draft'
import type { NewReview, Review } from '@/lib/contracts/proposal'
import { MentionOffers } from './mention-offers'

const VERDICTS: readonly { verdict: NewReview['verdict']; label: string; hint: string }[] = [
  { verdict: 'comment', label: 'Comment', hint: 'Says something, and decides nothing.' },
  {
    verdict: 'approve',
    label: 'Approve',
    hint: 'For this revision: one that changes more than words asks again.',
  },
  { verdict: 'request-changes', label: 'Request changes', hint: 'It is not published before they are made.' },
]
const SAID: Record<NewReview['verdict'], string> = {
  comment: 'Your review is handed in',
  approve: 'Approved',
  'request-changes': 'Changes are requested',
}

interface ReviewDialogProps {
  /** As it is on the screen: what is said is said of the revision that was there when this was opened. */
  draft: Draft
  review: Review
  /** What was written before and not handed in. */
  unsaid: RefObject<string>
  onClose: () => void
}

/** Hands in what a reviewer says, with the comments made on the way, at once. */
export function ReviewDialog({ draft, review, unsaid, onClose }: ReviewDialogProps) {
  const newest = draft.revision
  const act = useReviewAct(review.id)
  const pending = pendingComments(review.id)
  const comments = pending.use()
  const [revision] = useState(newest)
  const words = useRef<HTMLTextAreaElement>(null)
  const offered = VERDICTS.filter(({ verdict }) => review.allowed.includes(verdict))
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const verdict = formText(form, 'verdict') as NewReview['verdict']
    const body = formText(form, 'body').trim()
    act.mutate(
      { does: 'review', revision, review: { verdict, body, comments: [...comments] } },
      {
        onSuccess: () => {
          pending.write([])
          unsaid.current = ''
          announce(SAID[verdict])
          onClose()
        },
      },
    )
  }
  const problem = formError(act.error)
  return (
    <Dialog
      onClose={onClose}
      initialFocus={words}
      title={`Review revision ${revision}`}
      description={
        comments.length === 0
          ? undefined
          : `With ${comments.length === 1 ? 'the comment' : `the ${comments.length} comments`} you made on the way.`
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <FormProblem>
          {newest === revision
            ? problem
            : `Revision ${newest} was saved while this was open. Close this, look at what changed, and review that one: what you wrote is kept.`}
        </FormProblem>
        <Field label="What you say" error={fieldErrors(act.error).get('body')} optional>
          {(control) => (
            <Textarea
              ref={words}
              name="body"
              rows={4}
              maxLength={10_000}
              defaultValue={unsaid.current}
              onChange={(event) => {
                unsaid.current = event.target.value
              }}
              {...control}
            />
          )}
        </Field>
        <MentionOffers draft={draft} review={review} words={words} />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="sr-only">What it amounts to</legend>
          {offered.map(({ verdict, label, hint }, index) => (
            <label key={verdict} className="flex items-baseline gap-2">
              <input
                type="radio"
                name="verdict"
                value={verdict}
                defaultChecked={index === 0}
                className="accent-accent"
              />
              <span>
                {label} <span className="block text-xs text-ink-3">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <DialogActions
          words="Hand in the review"
          busyWords="Handing in …"
          busy={act.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
