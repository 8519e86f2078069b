import 'server-only'
import { isAtLeast, may, type Actor } from '@/lib/domain/policy/policy'
import type { CatalogRules, Proposal } from '@/lib/domain/review/advance-proposal'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { listActivePeople, type ActivePerson } from '@/lib/server/stores/person-store'
import type { StoredProposal } from '@/lib/server/stores/proposal-store'
import { currentSettings } from '@/lib/server/services/installation/get-settings'

/** What the catalog asks of a proposal, and who could answer. Read before anything is locked. */
export interface ReadRules {
  readonly rules: CatalogRules
  /** Everybody who may sign in. */
  readonly people: readonly ActivePerson[]
  /** Ids of the people who may approve as members of the proposal's owner. */
  readonly ownerMembers: readonly string[]
}

/**
 * The rules for a proposal of this owner's and these authors'. Where there is nobody who could review it, none is needed:
 * an installation of one person would otherwise publish nothing.
 */
export async function readRules(owner: string | null, authors: readonly string[]): Promise<ReadRules> {
  const [settings, people] = await Promise.all([currentSettings(), listActivePeople()])
  const others = people.filter(
    ({ id, role, owners }) =>
      !authors.includes(id) &&
      may({ kind: 'person', id, name: '', role, owners, scopes: null }, 'review', { owner }),
  )
  return {
    people,
    rules: {
      reviewNeeded: settings.review_required && others.length > 0,
      approvals: settings.approvals_needed,
      fromOwner: settings.owner_approves,
      reviewerForNew: settings.reviewer_for_new,
      reviewerForBreaking: settings.reviewer_for_breaking,
    },
    ownerMembers: people
      .filter(({ role, owners }) => owner !== null && owners.includes(owner) && isAtLeast(role, 'author'))
      .map(({ id }) => id),
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

/** Whether this one's word can count: a person's who wrote nothing of it. A token may be its author's. */
export function mayJudge(actor: Actor, { authors }: Pick<Proposal, 'authors'>): boolean {
  return actor.kind === 'person' && !authors.includes(actor.id)
}
