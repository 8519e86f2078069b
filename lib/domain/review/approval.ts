/**
 * Whose word it takes to publish. Pure arithmetic over what was said: the record of reviews never changes, what it
 * amounts to is concluded each time anew.
 */
export interface ApprovalRules {
  /** Approvals of different people; at least 1. */
  readonly approvals: number
  /** One of them from the owner's members, where the owner has members who may. */
  readonly fromOwner: boolean
  /** One of them from a reviewer for an event type that is not in the catalog yet. */
  readonly reviewerForNew: boolean
  /** One of them from a reviewer where the verdict is not that it is compatible. */
  readonly reviewerForBreaking: boolean
}

export type ReviewVerdict = 'comment' | 'request-changes' | 'approve'

export interface Review {
  readonly actor: string
  readonly name: string
  readonly verdict: ReviewVerdict
  /** The revision that was looked at. */
  readonly revision: number
  /** Whether the reviewer's role was reviewer or more at that time. */
  readonly asReviewer: boolean
  /** Whether the reviewer was a member of the proposal's owner at that time. */
  readonly asOwner: boolean
}

export interface ProposalFacts {
  /** In the order they were given. */
  readonly reviews: readonly Review[]
  /** Everybody who wrote a revision. */
  readonly authors: ReadonlySet<string>
  /** The last revision in which more than documentation changed: what was said before it was said of something else. */
  readonly contentRevision: number
  /** How many reviews there were when it was handed in last: requests for changes among them are answered by that. */
  readonly reviewsBeforeSubmission: number
  readonly isNewEventType: boolean
  /** Not proved to be compatible. */
  readonly mayBreak: boolean
  /** Whether the owner has members, other than the authors, who may approve. */
  readonly ownerCanApprove: boolean
}

export interface Requirement {
  readonly kind: 'approvals' | 'owner' | 'reviewer-new' | 'reviewer-breaking'
  readonly isMet: boolean
  /** Who met it. */
  readonly by: readonly string[]
  /** Who had met it for an earlier revision and is asked again. */
  readonly askedAgain: readonly string[]
  readonly needed: number
}

export interface Approval {
  readonly isApproved: boolean
  readonly requirements: readonly Requirement[]
  /** Names of those whose request for changes stands. */
  readonly changesWantedBy: readonly string[]
}

/** What the reviews amount to for the content as it is now. */
export function judgeApproval(facts: ProposalFacts, rules: ApprovalRules): Approval {
  const words = lastWords(facts)
  const approvals = words.filter(({ verdict }) => verdict === 'approve')
  const [standing, overtaken] = [
    approvals.filter(({ revision }) => revision >= facts.contentRevision),
    approvals.filter(({ revision }) => revision < facts.contentRevision),
  ]
  const requirement = (kind: Requirement['kind'], needed: number, counts: (review: Review) => boolean) => {
    const by = standing.filter(counts)
    return {
      kind,
      needed,
      isMet: by.length >= needed,
      by: by.map(({ name }) => name),
      askedAgain: overtaken.filter(counts).map(({ name }) => name),
    }
  }
  const byReviewer = ({ asReviewer }: Review) => asReviewer
  const requirements = [
    requirement('approvals', Math.max(1, rules.approvals), () => true),
    ...(rules.fromOwner && facts.ownerCanApprove ? [requirement('owner', 1, ({ asOwner }) => asOwner)] : []),
    ...(rules.reviewerForNew && facts.isNewEventType ? [requirement('reviewer-new', 1, byReviewer)] : []),
    ...(rules.reviewerForBreaking && facts.mayBreak ? [requirement('reviewer-breaking', 1, byReviewer)] : []),
  ]
  const changesWantedBy = words.filter(({ verdict }) => verdict === 'request-changes').map(({ name }) => name)
  return {
    isApproved: changesWantedBy.length === 0 && requirements.every(({ isMet }) => isMet),
    requirements,
    changesWantedBy,
  }
}

/**
 * The last thing each reviewer said that counts: authors have no say in their own, a comment takes nothing back, whoever is
 * neither reviewer nor owner only comments, and handing in again answers the requests for changes before it.
 */
function lastWords({ reviews, authors, reviewsBeforeSubmission }: ProposalFacts): Review[] {
  const last = new Map<string, Review>()
  reviews.forEach((review, index) => {
    if (review.verdict === 'comment' || authors.has(review.actor)) return
    if (!review.asReviewer && !review.asOwner) return
    last.delete(review.actor)
    const isAnswered = review.verdict === 'request-changes' && index < reviewsBeforeSubmission
    if (!isAnswered) last.set(review.actor, review)
  })
  return [...last.values()]
}
