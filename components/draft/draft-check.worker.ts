/**
 * Everything that is known of a draft while it is typed, off the page's own thread: the rules first, then the verdict, then
 * a sample. A newer question overtakes the rest of an older one.
 */
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import { textPlaces, type TextPlaces } from '@/lib/domain/json/place-in-text'
import {
  findInDraft,
  judgeDraft,
  sampleDraft,
  type DraftContext,
  type DraftFindings,
  type DraftQuestion,
  type DraftSample,
} from './check-draft'
import { verdictNotes } from './verdict-notes'

export type ToWorker =
  { readonly context: DraftContext } | { readonly id: number; readonly question: DraftQuestion }

/** It listens; then the answers to one question, by its number, in this order. */
export type FromWorker = { readonly listens: true } | Answer
type Answer = { readonly id: number } & (
  | { readonly found: DraftFindings; readonly places: TextPlaces }
  | { readonly verdict: CompatibilityAnswer | null; readonly notePlaces: TextPlaces }
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
  const { schemaText } = question
  const placesOf = (said: readonly { readonly path: string }[]) =>
    textPlaces(
      schemaText,
      said.map(({ path }) => path),
    )
  const steps: (() => Answer)[] = [
    () => {
      const found = findInDraft(question, context)
      return { id, found, places: placesOf(found.findings) }
    },
    () => {
      const verdict = judgeDraft(schemaText, context)
      return { id, verdict, notePlaces: placesOf(verdictNotes(verdict)) }
    },
    () => ({ id, sample: sampleDraft(schemaText, context.documents) }),
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
