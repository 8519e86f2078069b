import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewDomain, DomainPatch } from '@/lib/contracts/people'
import { call } from './api'
import { domainQueries } from './domain-queries'

export function useAddDomain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewDomain) => call('createDomain', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: domainQueries.all }),
  })
}

export function useDescribeDomain(slug: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DomainPatch) => call('updateDomain', { params: { slug }, body }),
    // Its name stands in rows of every other list too.
    onSuccess: () => client.invalidateQueries(),
  })
}
