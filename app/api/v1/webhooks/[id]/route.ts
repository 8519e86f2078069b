import { route } from '@/lib/server/http/route'
import { removeWebhook } from '@/lib/server/services/remove-webhook'
import { updateWebhook } from '@/lib/server/services/update-webhook'

export const PATCH = route('updateWebhook', updateWebhook)
export const DELETE = route('removeWebhook', removeWebhook)
