import { judgeApproval, type Approval, type ApprovalRules, type ProposalFacts, type Review } from './approval'
import { nextState, type ProposalEvent, type ProposalState } from './proposal-state'

/** A proposal as far as its way to publication goes. */
export interface Proposal extends Omit<ProposalFacts, 'authors'> {
  readonly state: ProposalState
  readonly revision: number
  /** Ids of everybody who wrote a revision. */
  readonly authors: readonly string[]
}

/** What somebody does. What only the record needs (words, names, times) is not told here. */
export type Happening =
  | { readonly event: 'revise'; readonly actor: string; readonly onlyDocumentation: boolean }
  | { readonly event: 'approve' | 'request-changes'; readonly review: Review }
  | { readonly event: Exclude<ProposalEvent, 'revise' | 'approve' | 'request-changes'> }

export interface CatalogRules extends ApprovalRules {
  /** Whether a draft has to be reviewed before it is published. */
  readonly reviewNeeded: boolean
}

export function approvalOf(proposal: Proposal, rules: ApprovalRules): Approval {
  return judgeApproval({ ...proposal, authors: new Set(proposal.authors) }, rules)
}

/** The proposal after what happened, or null where that has no place in its state. */
export function advanceProposal(
  proposal: Proposal,
  happening: Happening,
  rules: CatalogRules,
): Proposal | null {
  const after = record(proposal, happening)
  const { isApproved, changesWantedBy } = approvalOf(after, rules)
  const state = nextState(proposal.state, happening.event, {
    isApproved,
    changesWanted: changesWantedBy.length > 0,
    reviewNeeded: rules.reviewNeeded,
  })
  return state === null ? null : { ...after, state }
}

function record(proposal: Proposal, happening: Happening): Proposal {
  switch (happening.event) {
    case 'revise': {
      const { actor, onlyDocumentation } = happening
      const revision = proposal.revision + 1
      return {
        ...proposal,
        revision,
        contentRevision: onlyDocumentation ? proposal.contentRevision : revision,
        authors: proposal.authors.includes(actor) ? proposal.authors : [...proposal.authors, actor],
      }
    }
    case 'approve':
    case 'request-changes':
      return { ...proposal, reviews: [...proposal.reviews, happening.review] }
    case 'submit':
      return { ...proposal, reviewsBeforeSubmission: proposal.reviews.length }
    case 'comment':
    case 'publish':
    case 'decline':
    case 'withdraw':
    case 'reopen':
      return proposal
  }
}
