import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewPerson, PersonPatch } from '@/lib/contracts/person'
import { call } from './api'
import { personQueries } from './person-queries'

export function useAddPerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewPerson) => call('createPerson', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: personQueries.list().queryKey }),
  })
}

export function useChangePerson(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PersonPatch) => call('updatePerson', { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: personQueries.list().queryKey }),
  })
}

export function useInvite(id: string) {
  return useMutation({ mutationFn: () => call('invitePerson', { params: { id } }) })
}
