import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccountPatch } from '@/lib/contracts/account'
import { accountQueries } from './account-queries'
import { call } from './api'
import { changePassword } from './sign-in'

function useAnew() {
  const client = useQueryClient()
  return { onSuccess: () => client.invalidateQueries({ queryKey: accountQueries.own().queryKey }) }
}

export function useChangeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AccountPatch) => call('updateAccount', { body }),
    onSuccess: (account) => client.setQueryData(accountQueries.own().queryKey, account),
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) => changePassword(current, next),
    ...useAnew(),
  })
}

export function useEndSession() {
  return useMutation({
    mutationFn: (session: string) => call('endSession', { params: { session } }),
    ...useAnew(),
  })
}

export function useEndOtherSessions() {
  return useMutation({ mutationFn: () => call('endOtherSessions', {}), ...useAnew() })
}
