import { route } from '@/lib/server/http/route'
import { retryQuarantined } from '@/lib/server/services/retry-quarantined'

export const POST = route('retryQuarantined', retryQuarantined)
