import 'server-only'
import type { Review } from '@/lib/contracts/proposal'
import { may, type Action } from '@/lib/domain/policy/policy'
import { approvalOf, type CatalogRules, type Proposal } from '@/lib/domain/review/advance-proposal'
import type { Approval } from '@/lib/domain/review/approval'
import { fullNamesIn } from '@/lib/domain/review/mention'
import { nextState, PROPOSAL_EVENTS, type ProposalEvent } from '@/lib/domain/review/proposal-state'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { listEntries, readProposal } from '@/lib/server/stores/proposal-store'
import { listThreads } from '@/lib/server/stores/thread-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readDraft, subjectOf } from './hold-proposal'
import { mayJudge, readRules, toProposal } from './proposal-rules'

/** Where a proposal stands, and what whoever asks may do about it. @throws Problem `draft-not-found` */
export async function getReview(actor: Actor, { id }: { id: string }): Promise<Review> {
  authorize(actor, 'read')
  const draft = await readDraft(actor, id)
  const stored = await readProposal(id)
  const [read, entries, threads, catalog] = await Promise.all([
    readRules(draft.owner?.slug ?? null, stored.authors),
    listEntries(id),
    listThreads(id),
    currentCatalog(),
  ])
  const proposal = toProposal(stored, draft, read)
  const approval = approvalOf(proposal, read.rules)
  const latest = latestVersion(catalog.entries.get(draft.event_type)?.row.versions ?? [])
  const hasEnded = draft.state === 'published'
  return {
    id,
    state: proposal.state,
    revision: proposal.revision,
    content_revision: proposal.contentRevision,
    allowed: PROPOSAL_EVENTS.filter((event) =>
      isAllowed(event, actor, draft, proposal, approval, read.rules),
    ),
    review_needed: read.rules.reviewNeeded,
    approval: {
      is_approved: approval.isApproved,
      requirements: approval.requirements.map(({ isMet, askedAgain, ...rest }) => ({
        ...rest,
        by: [...rest.by],
        is_met: isMet,
        asked_again: [...askedAgain],
      })),
      changes_wanted_by: [...approval.changesWantedBy],
    },
    overtaken_by: hasEnded || !latest || latest.id === stored.latestSeenId ? null : latest.label,
    entries,
    threads,
    mentioned_names: fullNamesIn(
      [...entries, ...threads.flatMap(({ comments }) => comments)].map(({ body }) => body),
      read.people.map(({ name }) => name),
    ),
  }
}

const ACTIONS: Record<ProposalEvent, Action> = {
  revise: 'edit-draft',
  submit: 'edit-draft',
  withdraw: 'edit-draft',
  reopen: 'edit-draft',
  comment: 'comment',
  approve: 'review',
  'request-changes': 'review',
  decline: 'review',
  publish: 'publish',
}

function isAllowed(
  event: ProposalEvent,
  actor: Actor,
  draft: StoredDraft,
  proposal: Proposal,
  { isApproved, changesWantedBy }: Approval,
  { reviewNeeded }: CatalogRules,
): boolean {
  if (!may(actor, ACTIONS[event], subjectOf(draft))) return false
  if ((event === 'approve' || event === 'request-changes') && !mayJudge(actor, proposal)) return false
  const conditions = { isApproved, changesWanted: changesWantedBy.length > 0, reviewNeeded }
  return nextState(proposal.state, event, conditions) !== null
}
