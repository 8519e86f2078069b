import { route } from '@/lib/server/http/route'
import { renewWebhookSecret } from '@/lib/server/services/webhook/renew-webhook-secret'

export const POST = route('renewWebhookSecret', renewWebhookSecret)
