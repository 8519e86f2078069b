import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { NewWaiver } from '@/lib/contracts/waiver'
import { call } from './api'
import { lintQueries } from './lint-queries'
import { waiverQueries } from './waiver-queries'

export function useWaive(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewWaiver) => call('createWaiver', { params: { name }, body }),
    onSuccess: () => refresh(client, name),
  })
}

export function useEndWaiver(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('endWaiver', { params: { name, id } }),
    onSuccess: () => refresh(client, name),
  })
}

function refresh(client: QueryClient, name: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: waiverQueries.list(name).queryKey }),
    client.invalidateQueries({ queryKey: lintQueries.all }),
  ])
}
