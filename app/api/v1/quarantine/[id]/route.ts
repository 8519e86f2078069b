import { route } from '@/lib/server/http/route'
import { getQuarantined } from '@/lib/server/services/event/get-quarantined'

export const GET = route('getQuarantined', getQuarantined)
