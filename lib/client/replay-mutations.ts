import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './api'
import { replayQueries } from './replay-queries'

export function useStartReplay(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('startReplay', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: replayQueries.list(id).queryKey }),
  })
}

export function useCancelReplay(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (replay: string) => call('cancelReplay', { params: { id, replay } }),
    onSettled: () => client.invalidateQueries({ queryKey: replayQueries.list(id).queryKey }),
  })
}
