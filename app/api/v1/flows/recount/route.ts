import { route } from '@/lib/server/http/route'
import { recountFlows } from '@/lib/server/services/flow/recount-flows'

export const POST = route('recountFlows', recountFlows)
