import { route } from '@/lib/server/http/route'
import { getFlows } from '@/lib/server/services/flow/get-flows'

export const GET = route('getFlows', getFlows)
