import { route } from '@/lib/server/http/route'
import { retryDelivery } from '@/lib/server/services/webhook/retry-delivery'

export const POST = route('retryDelivery', retryDelivery)
