import { route } from '@/lib/server/http/route'
import { removeWebhook } from '@/lib/server/services/webhook/remove-webhook'
import { updateWebhook } from '@/lib/server/services/webhook/update-webhook'

export const PATCH = route('updateWebhook', updateWebhook)
export const DELETE = route('removeWebhook', removeWebhook)
