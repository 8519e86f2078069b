import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewOwner, OwnerPatch } from '@/lib/contracts/people'
import { call } from './api'
import { ownerQueries } from './owner-queries'

export function useAddOwner() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewOwner) => call('createOwner', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ownerQueries.all }),
  })
}

export function useDescribeOwner(slug: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: OwnerPatch) => call('updateOwner', { params: { slug }, body }),
    // Its name stands in rows of every other list too.
    onSuccess: () => client.invalidateQueries(),
  })
}
