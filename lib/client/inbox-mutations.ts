import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './api'
import { inboxQueries } from './inbox-queries'

/** Marks one thing as read, or all up to one, of one proposal or of all. */
export function useReadInbox() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { id?: number; up_to?: number; proposal?: string }) => call('readInbox', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: inboxQueries.all }),
  })
}
