import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewDraft } from '@/lib/contracts/draft'
import { call } from './api'
import { draftQueries } from './draft-queries'
import { eventTypeQueries } from './event-type-queries'
import { reviewQueries } from './review-queries'

export function useStartDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewDraft) => call('createDraft', { body }),
    onSuccess: (draft) => {
      client.setQueryData(draftQueries.detail(draft.id).queryKey, draft)
      return client.invalidateQueries({ queryKey: ['drafts', 'list'] })
    },
  })
}

export function useWithdrawDraft(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('withdrawDraft', { params: { id } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: draftQueries.all }),
        client.invalidateQueries({ queryKey: reviewQueries.all }),
      ]),
  })
}

export function usePublishDraft(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ revision, reason }: { revision: number; reason?: string }) =>
      call('publishDraft', {
        params: { id },
        revision,
        body: reason === undefined ? {} : { breaking_reason: reason },
      }),
    // Also where it was refused: what was asked once more may be other than it was on the screen.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: draftQueries.all }),
        client.invalidateQueries({ queryKey: reviewQueries.all }),
        client.invalidateQueries({ queryKey: eventTypeQueries.all }),
      ]),
  })
}
