import { route } from '@/lib/server/http/route'
import { testWebhook } from '@/lib/server/services/webhook/test-webhook'

export const POST = route('testWebhook', testWebhook)
