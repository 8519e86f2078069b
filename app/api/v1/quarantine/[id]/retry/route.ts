import { route } from '@/lib/server/http/route'
import { retryQuarantined } from '@/lib/server/services/event/retry-quarantined'

export const POST = route('retryQuarantined', retryQuarantined)
