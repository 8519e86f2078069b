import { formatDuration } from '../chain-view/duration'
import type { StepException } from './exceptions'

/** What a sentence is made of; as the API answers it. */
export interface ToldExpectation {
  readonly state: 'ends-here' | 'in-time' | 'overdue' | 'unknown'
  readonly type: string
  readonly version: string
  readonly n: number
  readonly ended_share: number
  readonly alternatives: readonly { type: string; share: number }[]
  readonly share: number | null
  readonly p95_ms: number | null
  readonly due_ms: number | null
  readonly waited_ms: number
  readonly owner: { name: string } | null
  /** Why it ends here though most of its kind lead on. */
  readonly exception: StepException | null
}

/** Events of a chain, and kinds of event, that were judged, and of how many. */
export interface JudgedPart {
  readonly events: number
  readonly of: number
  readonly kinds: number
  readonly of_kinds: number
}

/** More alternatives than this are counted, not named. */
const MOST_NAMED = 3

/** One expectation in a sentence, such as a ticket or a screen can hold. */
export function expectationText(one: ToldExpectation): string {
  const { state, n, waited_ms: waited, exception } = one
  const events = `n = ${n.toLocaleString('en-US')}`
  if (state === 'unknown')
    return `Too little history to say what follows ${one.type} ${one.version} (${events}).`
  if (exception !== null) {
    const such = `Events ${exception.given ? 'with' : 'without'} ${exception.field}`
    return `${such} end here: ${exception.came.toLocaleString('en-US')} of ${exception.n.toLocaleString('en-US')} led to ${alternativesText(one)}.`
  }
  if (one.share === null || one.p95_ms === null)
    return `${percent(one.ended_share)} of these events end here (${events}).`
  const usual = `${percent(one.share)} lead to ${alternativesText(one)}, 95 % of them within ${formatDuration(one.p95_ms)} (${events})`
  const owner = one.owner === null ? '' : `; owner ${one.owner.name}`
  if (state === 'overdue') return `${usual}; this one has waited ${formatDuration(waited)}${owner}.`
  return `${usual}; this one ${standingText(one)}${owner}.`
}

/** How far an alarm can be trusted: what became of the same alarms when the past was played again. */
export function alarmsText({ alarms, false_alarms }: { alarms: number; false_alarms: number }): string {
  if (alarms === 0) return 'The past gave no such alarm.'
  const such = alarms === 1 ? 'Of 1 such alarm' : `Of ${alarms.toLocaleString('en-US')} such alarms`
  return `${such} in the past, ${false_alarms.toLocaleString('en-US')} ${false_alarms === 1 ? 'was' : 'were'} false.`
}

/** Of how much of a chain the next steps were worked out, where it was not all. */
export function judgedText({ events, of, kinds, of_kinds }: JudgedPart): string | null {
  if (events === of) return null
  const part = `${events.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} events`
  return `What should come next was worked out for ${part} only: for the ${kinds} of ${of_kinds} types and versions that most branches end with.`
}

/** `PaymentCaptured or PaymentDeclined`. */
export function alternativesText({ alternatives: all }: Pick<ToldExpectation, 'alternatives'>): string {
  const named = all.slice(0, MOST_NAMED).map(({ type }) => type)
  const more = all.length - named.length
  if (more > 0) return `${named.join(', ')} or ${more} other${more === 1 ? '' : 's'}`
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
}

/** How a step that is waited for stands: `overdue by 33 min`, `may take 2 min more`. */
export function standingText({ state, due_ms: due, waited_ms: waited }: ToldExpectation): string {
  const left = (due ?? 0) - waited
  if (state === 'overdue') return `overdue by ${formatDuration(Math.max(0, -left))}`
  return `may take ${formatDuration(Math.max(0, left))} more`
}

/** Never told as all where it was not all. */
function percent(share: number): string {
  if (share === 1 || share === 0) return `${share * 100} %`
  return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)} %`
}
