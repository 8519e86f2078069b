import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewDraft } from '@/lib/contracts/draft'
import { call } from './api'
import { draftQueries } from './draft-queries'
import { eventTypeQueries } from './event-type-queries'

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
    onSuccess: () => client.invalidateQueries({ queryKey: draftQueries.all }),
  })
}

export function usePublishDraft(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) => call('publishDraft', { params: { id }, revision }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: draftQueries.all }),
        client.invalidateQueries({ queryKey: eventTypeQueries.all }),
      ]),
  })
}
