'use client'

import { useRef, useState, type FormEvent } from 'react'
import { SchemaPlace } from '@/components/event/schema-place'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Textarea } from '@/components/ui/input'
import { formError } from '@/lib/client/field-errors'
import { formText } from '@/lib/client/form-text'
import { pendingComments } from '@/lib/client/pending-comments'
import { useReviewAct } from '@/lib/client/review-mutations'
import type { Draft } from '@/lib/contracts/draft'
import type { NewComment, Review } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { valueAt } from '@/lib/domain/json/pointer'
import { MentionOffers } from './mention-offers'
import { fieldAt, isRequired, suggestChange } from './suggest-change'

/** What is commented on, as it stood when one began: the proposal may be saved meanwhile. */
export interface CommentedPlace {
  readonly pointer: string
  readonly schema: Json
  readonly revision: number
}

/** What was written and not said, by the pointer of its place; a wish is of one revision. */
export type UnsaidComments = Map<
  string,
  { readonly body: string; readonly wish: string; readonly revision: number }
>

interface CommentDialogProps {
  draft: Draft
  review: Review
  place: CommentedPlace
  /** Kept over closing: Escape, or a click beside it, is soon done. */
  unsaid: UnsaidComments
  onClose: () => void
}

/** Says something about a place, perhaps with a change the author can apply: now, or with the rest of a review. */
export function CommentDialog({ draft, review, place, unsaid, onClose }: CommentDialogProps) {
  const proposal = draft.id
  // It may wait for a review that is handed in later.
  const inReview = review.allowed.includes('approve') || review.allowed.includes('request-changes')
  const { pointer, schema, revision } = place
  const act = useReviewAct(proposal)
  const words = useRef<HTMLTextAreaElement>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const value = valueAt(schema, pointer)
  const field = fieldAt(pointer)
  const now = value === undefined ? '' : JSON.stringify(value, null, 2)
  const left = unsaid.get(pointer)
  const wish = left?.revision === revision ? left.wish : now

  function keep(form: FormData): void {
    unsaid.set(pointer, { body: formText(form, 'body'), wish: formText(form, 'wish'), revision })
  }
  function done(): void {
    unsaid.delete(pointer)
    onClose()
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const comment = readForm(new FormData(event.currentTarget))
    if (typeof comment === 'string') return setComplaint(comment)
    if (submitter?.value === 'later') {
      const pending = pendingComments(proposal)
      pending.write([...pending.read(), comment])
      return done()
    }
    act.mutate({ does: 'comment', comment }, { onSuccess: done })
  }
  function readForm(form: FormData): NewComment | string {
    const body = formText(form, 'body').trim()
    const suggestion = value === undefined ? null : readWish(form, value)
    if (typeof suggestion === 'string') return suggestion
    if (body === '' && suggestion === null) return 'Say something, or suggest a change.'
    return { pointer, revision, body, suggestion }
  }
  function readWish(form: FormData, now: Json) {
    try {
      const wished = JSON.parse(formText(form, 'wish') || JSON.stringify(now)) as Json
      return suggestChange(schema, pointer, { value: wished, required: form.has('required') })
    } catch (error) {
      return `The suggested change is not JSON: ${(error as Error).message}`
    }
  }
  const problem = complaint ?? formError(act.error) ?? act.error?.message ?? null
  return (
    <Dialog
      onClose={onClose}
      initialFocus={words}
      title="Comment"
      description={
        <code className="text-xs">
          <SchemaPlace pointer={pointer || 'the whole schema'} />
        </code>
      }
    >
      <form
        onSubmit={submit}
        onChange={(event) => keep(new FormData(event.currentTarget))}
        className="flex flex-col gap-3"
        noValidate
      >
        <FormProblem>{problem}</FormProblem>
        <Field label="Comment" optional={value !== undefined}>
          {(control) => (
            <Textarea
              ref={words}
              name="body"
              rows={3}
              maxLength={10_000}
              defaultValue={left?.body}
              {...control}
            />
          )}
        </Field>
        <MentionOffers draft={draft} review={review} words={words} />
        {value !== undefined && pointer !== '' && (
          <details open={wish !== now}>
            <summary className="min-h-6 cursor-pointer text-ink-2">Suggest a change</summary>
            <div className="flex flex-col gap-2 pt-2">
              <Field label="What should stand here" hint="The author applies it with one click.">
                {(control) => (
                  <Textarea
                    name="wish"
                    rows={Math.min(10, now.split('\n').length + 1)}
                    className="font-mono text-xs"
                    spellCheck={false}
                    defaultValue={wish}
                    {...control}
                  />
                )}
              </Field>
              {field && (
                <Checkbox name="required" label="Required" defaultChecked={isRequired(schema, pointer)} />
              )}
            </div>
          </details>
        )}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" value="now" look={inReview ? 'plain' : 'primary'} busy={act.isPending}>
            Comment now
          </Button>
          {inReview && (
            <Button type="submit" value="later" look="primary">
              Add to my review
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
