import { route } from '@/lib/server/http/route'
import { listWebhookDeliveries } from '@/lib/server/services/webhook/list-deliveries'

export const GET = route('listDeliveries', listWebhookDeliveries)
