/**
 * The states of a proposal and what leads from one to the other. The one table: services ask it, the screen offers what
 * it allows, and docs/proposals.md draws it.
 */
export const PROPOSAL_STATES = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
  'published',
  'declined',
  'withdrawn',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const PROPOSAL_EVENTS = [
  'revise',
  'submit',
  'comment',
  'request-changes',
  'approve',
  'publish',
  'decline',
  'withdraw',
  'reopen',
] as const
export type ProposalEvent = (typeof PROPOSAL_EVENTS)[number]

/** What is true once the event is on record; some transitions depend on it. */
export interface Conditions {
  /** The rules of approval are met by what was said of the content as it is now. */
  readonly isApproved: boolean
  /** Somebody's request for changes stands. */
  readonly changesWanted: boolean
  /** Publishing needs a review in this catalog. */
  readonly reviewNeeded: boolean
}

type Guard = 'approved' | 'not approved' | 'changes wanted' | 'no review needed'

export interface Transition {
  readonly from: ProposalState
  readonly event: ProposalEvent
  readonly to: ProposalState
  readonly when?: Guard
}

/** Of several for one state and event the first that holds is taken. A comment never moves a proposal, and is always welcome. */
export const transitions: readonly Transition[] = [
  { from: 'draft', event: 'revise', to: 'draft' },
  { from: 'draft', event: 'submit', to: 'in-review' },
  { from: 'draft', event: 'publish', to: 'published', when: 'no review needed' },
  { from: 'draft', event: 'withdraw', to: 'withdrawn' },

  { from: 'in-review', event: 'revise', to: 'in-review' },
  { from: 'in-review', event: 'request-changes', to: 'changes-requested' },
  { from: 'in-review', event: 'approve', to: 'approved', when: 'approved' },
  { from: 'in-review', event: 'approve', to: 'in-review', when: 'not approved' },
  { from: 'in-review', event: 'decline', to: 'declined' },
  { from: 'in-review', event: 'withdraw', to: 'withdrawn' },

  { from: 'changes-requested', event: 'revise', to: 'changes-requested' },
  { from: 'changes-requested', event: 'submit', to: 'in-review' },
  { from: 'changes-requested', event: 'request-changes', to: 'changes-requested' },
  { from: 'changes-requested', event: 'approve', to: 'changes-requested', when: 'changes wanted' },
  { from: 'changes-requested', event: 'approve', to: 'approved', when: 'approved' },
  { from: 'changes-requested', event: 'approve', to: 'in-review', when: 'not approved' },
  { from: 'changes-requested', event: 'decline', to: 'declined' },
  { from: 'changes-requested', event: 'withdraw', to: 'withdrawn' },

  { from: 'approved', event: 'revise', to: 'approved', when: 'approved' },
  { from: 'approved', event: 'revise', to: 'in-review', when: 'not approved' },
  { from: 'approved', event: 'request-changes', to: 'changes-requested' },
  { from: 'approved', event: 'approve', to: 'approved' },
  { from: 'approved', event: 'publish', to: 'published', when: 'approved' },
  { from: 'approved', event: 'decline', to: 'declined' },
  { from: 'approved', event: 'withdraw', to: 'withdrawn' },

  { from: 'declined', event: 'reopen', to: 'draft' },
  { from: 'withdrawn', event: 'reopen', to: 'draft' },
]

/** The state after an event, or null where the event has no place in this one. */
export function nextState(
  state: ProposalState,
  event: ProposalEvent,
  conditions: Conditions,
): ProposalState | null {
  if (event === 'comment') return state
  const found = transitions.find(
    ({ from, event: named, when }) => from === state && named === event && holds(when, conditions),
  )
  return found?.to ?? null
}

function holds(guard: Guard | undefined, conditions: Conditions): boolean {
  switch (guard) {
    case undefined:
      return true
    case 'approved':
      return conditions.isApproved && !conditions.changesWanted
    case 'not approved':
      return !conditions.isApproved || conditions.changesWanted
    case 'changes wanted':
      return conditions.changesWanted
    case 'no review needed':
      return !conditions.reviewNeeded
  }
}

/** Whether its texts may still change. */
export function isRevisable(state: ProposalState): boolean {
  return transitions.some(({ from, event }) => from === state && event === 'revise')
}

/** Whether it waits for nobody's word, since nothing is to come of it; it may be opened again. */
export function isDropped(state: ProposalState): boolean {
  return transitions.some(({ from, event }) => from === state && event === 'reopen')
}
