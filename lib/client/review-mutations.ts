import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { NewComment, NewReview, Review } from '@/lib/contracts/proposal'
import { call } from './api'
import { draftQueries } from './draft-queries'
import { reviewQueries } from './review-queries'

/** What one can do to a proposal. Each answers where it stands then, which the screen shows at once. */
type ReviewAct =
  | { readonly does: 'submit'; readonly revision: number; readonly body?: string }
  | { readonly does: 'review'; readonly revision: number; readonly review: NewReview }
  | { readonly does: 'comment'; readonly comment: NewComment }
  | { readonly does: 'resolve'; readonly thread: string; readonly resolved: boolean }
  | { readonly does: 'decline'; readonly body: string }
  | { readonly does: 'reopen' }

function perform(id: string, act: ReviewAct): Promise<Review> {
  const params = { id }
  switch (act.does) {
    case 'submit':
      return call('submitProposal', { params, revision: act.revision, body: { body: act.body ?? '' } })
    case 'review':
      return call('reviewProposal', { params, revision: act.revision, body: act.review })
    case 'comment':
      return call('addComment', { params, body: act.comment })
    case 'resolve':
      return call('updateThread', {
        params: { id, thread: act.thread },
        body: { resolved: act.resolved },
      })
    case 'decline':
      return call('declineProposal', { params, body: { body: act.body } })
    case 'reopen':
      return call('reopenProposal', { params })
  }
}

export function useReviewAct(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: ReviewAct) => perform(id, act),
    onSuccess: (review) => {
      client.setQueryData(reviewQueries.detail(id).queryKey, review)
      return client.invalidateQueries({ queryKey: draftQueries.all })
    },
    // Somebody else may have been first: what stands there now says so.
    onError: () => refresh(client),
  })
}

/** Brings the proposal together with the version published meanwhile. */
export function useRebase(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) => call('rebaseDraft', { params: { id }, revision }),
    onSettled: () => refresh(client),
  })
}

export function useRestoreRevision(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ number, revision }: { number: number; revision: number }) =>
      call('restoreRevision', { params: { id, number: String(number) }, revision }),
    onSettled: () => refresh(client),
  })
}

/** Saves a suggested text as the next revision, and resolves the thread it stands in. */
export function useApplySuggestion(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (given: { revision: number; schemaText: string; thread: string }) => {
      const { revision, schemaText, thread } = given
      await call('updateDraft', { params: { id }, revision, body: { schema_text: schemaText } })
      await call('updateThread', { params: { id, thread }, body: { resolved: true } })
    },
    onSettled: () => refresh(client),
  })
}

function refresh(client: QueryClient) {
  return Promise.all([
    client.invalidateQueries({ queryKey: draftQueries.all }),
    client.invalidateQueries({ queryKey: reviewQueries.all }),
  ])
}
