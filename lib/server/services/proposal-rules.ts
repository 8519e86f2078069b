import 'server-only'
import type { CatalogRules, Proposal } from '@/lib/domain/review/advance-proposal'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import type { StoredProposal } from '@/lib/server/stores/proposal-store'
import { currentSettings } from './get-settings'

/** What the catalog asks of a proposal, and who could answer. Read before anything is locked. */
export interface ReadRules {
  readonly rules: CatalogRules
  /** Ids of the people who may approve as members of the proposal's owner. */
  readonly ownerMembers: readonly string[]
}

export async function readRules(draft: Pick<StoredDraft, 'owner' | 'author'>): Promise<ReadRules> {
  void draft
  const settings = await currentSettings()
  return {
    rules: {
      reviewNeeded: settings.review_required,
      approvals: settings.approvals_needed,
      fromOwner: settings.owner_approves,
      reviewerForNew: settings.reviewer_for_new,
      reviewerForBreaking: settings.reviewer_for_breaking,
    },
    ownerMembers: [],
  }
}

/** The proposal with what the catalog says of it now. */
export function toProposal(
  stored: StoredProposal,
  draft: Pick<StoredDraft, 'event_type_exists' | 'base'>,
  { ownerMembers }: ReadRules,
): Proposal {
  return {
    ...stored,
    isNewEventType: !draft.event_type_exists,
    mayBreak: draft.base !== null && stored.verdict !== 'compatible',
    ownerCanApprove: ownerMembers.some((id) => !stored.authors.includes(id)),
  }
}
