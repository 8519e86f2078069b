import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeclarationBody, EventTypePatch, NewEventType } from '@/lib/contracts/event-type'
import type { VersionPatch } from '@/lib/contracts/schema-version'
import { call } from './api'
import { eventTypeQueries } from './event-type-queries'
import { serviceQueries } from './service-queries'

export function useRegisterEventType() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewEventType) => call('createEventType', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventTypeQueries.all }),
  })
}

export function useDescribeEventType(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EventTypePatch) => call('updateEventType', { params: { name }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventTypeQueries.all }),
  })
}

export function useUpdateVersion(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, body }: { version: string; body: VersionPatch }) =>
      call('updateVersion', { params: { name, version }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: eventTypeQueries.all }),
  })
}

export interface Declaration {
  role: 'producer' | 'consumer'
  service: string
  body?: DeclarationBody
}

export function useDeclareParticipant(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ role, service, body = {} }: Declaration) =>
      call(role === 'producer' ? 'declareProducer' : 'declareConsumer', { params: { name, service }, body }),
    onSuccess: () => refreshParticipants(client),
  })
}

export function useRemoveParticipant(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ role, service }: Omit<Declaration, 'body'>) =>
      call(role === 'producer' ? 'removeProducer' : 'removeConsumer', { params: { name, service } }),
    onSuccess: () => refreshParticipants(client),
  })
}

function refreshParticipants(client: ReturnType<typeof useQueryClient>) {
  return Promise.all([
    client.invalidateQueries({ queryKey: eventTypeQueries.all }),
    client.invalidateQueries({ queryKey: serviceQueries.all }),
  ])
}
