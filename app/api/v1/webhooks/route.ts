import { route } from '@/lib/server/http/route'
import { createWebhook } from '@/lib/server/services/webhook/create-webhook'
import { listAllWebhooks } from '@/lib/server/services/webhook/list-webhooks'

export const GET = route('listWebhooks', listAllWebhooks)
export const POST = route('createWebhook', createWebhook)
