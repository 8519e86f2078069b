import 'server-only'
import type { DraftSummary } from '@/lib/contracts/draft'
import { may } from '@/lib/domain/policy/policy'
import type { StoredSummary } from '@/lib/server/stores/draft-store'
import { readLastWords } from '@/lib/server/stores/proposal-store'
import type { Actor } from '@/lib/server/services/actor'
import { subjectOf } from '@/lib/server/services/proposal/hold-proposal'

/** Drafts with what they are to whoever asks: theirs, waiting for them. */
export async function draftsForActor<D extends StoredSummary>(
  actor: Actor,
  drafts: readonly D[],
): Promise<(D & Pick<DraftSummary, 'mine' | 'waiting_for_me'>)[]> {
  const inReview = drafts.filter(({ state }) => state === 'in-review').map(({ id }) => id)
  const words = await readLastWords(actor.id, inReview)
  return drafts.map((draft) => {
    const mine = draft.author.id === actor.id
    const hasSpoken = (words.get(draft.id)?.revision ?? 0) >= draft.content_revision
    const waitsForReview = draft.state === 'in-review' && !hasSpoken && may(actor, 'review', subjectOf(draft))
    const waitsForAuthor = mine && (draft.state === 'changes-requested' || draft.state === 'approved')
    return { ...draft, mine, waiting_for_me: waitsForReview || waitsForAuthor }
  })
}
