/**
 * Everything that is known of a draft while it is typed, off the page's own thread: the rules first, then the verdict, then
 * a sample. A newer question overtakes the rest of an older one.
 */
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import {
  findInDraft,
  judgeDraft,
  sampleDraft,
  type DraftContext,
  type DraftFindings,
  type DraftQuestion,
  type DraftSample,
} from './check-draft'

export type ToWorker =
  { readonly context: DraftContext } | { readonly id: number; readonly question: DraftQuestion }

/** It listens; then the answers to one question, by its number, in this order. */
export type FromWorker = { readonly listens: true } | Answer
type Answer = { readonly id: number } & (
  | { readonly found: DraftFindings }
  | { readonly verdict: CompatibilityAnswer | null }
  | { readonly sample: DraftSample | null }
)

let context: DraftContext = { base: undefined }
let latest: { id: number; question: DraftQuestion } | undefined
let isWaiting = false

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('context' in data) context = data.context
  else latest = data
  if (isWaiting) return
  isWaiting = true
  // What else is in the mailbox is read first: of many keys only the last is worked on.
  setTimeout(work)
})

function work(): void {
  isWaiting = false
  if (!latest) return
  const { id, question } = latest
  const steps: (() => Answer)[] = [
    () => ({ id, found: findInDraft(question, context) }),
    () => ({ id, verdict: judgeDraft(question.schemaText, context) }),
    () => ({ id, sample: sampleDraft(question.schemaText, context.documents) }),
  ]
  const next = () => {
    const step = steps.shift()
    if (!step || isWaiting || latest?.id !== id) return
    postMessage(step())
    setTimeout(next)
  }
  next()
}

// The bundler loads this file behind the worker's own: what is said before now is heard by nobody.
const listens: FromWorker = { listens: true }
postMessage(listens)
