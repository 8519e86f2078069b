import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewToken } from '@/lib/contracts/token'
import { call } from './api'
import { tokenQueries } from './token-queries'

export function useMakeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewToken) => call('createToken', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokenQueries.list().queryKey }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('revokeToken', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokenQueries.list().queryKey }),
  })
}
