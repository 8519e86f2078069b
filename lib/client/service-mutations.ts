import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewService, ServicePatch } from '@/lib/contracts/people'
import { call } from './api'
import { serviceQueries } from './service-queries'

export function useAddService() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewService) => call('createService', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: serviceQueries.all }),
  })
}

export function useDescribeService(slug: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ServicePatch) => call('updateService', { params: { slug }, body }),
    // Its name stands in rows of every other list too.
    onSuccess: () => client.invalidateQueries(),
  })
}
