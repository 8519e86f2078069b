import { route } from '@/lib/server/http/route'
import { getQuarantined } from '@/lib/server/services/get-quarantined'

export const GET = route('getQuarantined', getQuarantined)
