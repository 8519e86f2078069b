import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewWebhook, WebhookPatch } from '@/lib/contracts/webhook'
import { call } from './api'
import { webhookQueries } from './webhook-queries'

function useAnew() {
  const client = useQueryClient()
  return { onSuccess: () => client.invalidateQueries({ queryKey: webhookQueries.all }) }
}

export function useAddWebhook() {
  return useMutation({ mutationFn: (body: NewWebhook) => call('createWebhook', { body }), ...useAnew() })
}

export function useChangeWebhook(id: string) {
  return useMutation({
    mutationFn: (body: WebhookPatch) => call('updateWebhook', { params: { id }, body }),
    ...useAnew(),
  })
}

export function useRemoveWebhook(id: string) {
  return useMutation({ mutationFn: () => call('removeWebhook', { params: { id } }), ...useAnew() })
}

export function useRenewSecret(id: string) {
  return useMutation({
    mutationFn: (endOld: boolean) =>
      call('renewWebhookSecret', { params: { id }, body: { end_old: endOld } }),
    ...useAnew(),
  })
}

export function useTestWebhook(id: string) {
  return useMutation({ mutationFn: () => call('testWebhook', { params: { id } }), ...useAnew() })
}

export function useRetryDelivery(id: string) {
  return useMutation({
    mutationFn: (delivery: string) => call('retryDelivery', { params: { id, delivery } }),
    ...useAnew(),
  })
}
