import { route } from '@/lib/server/http/route'
import { recountFlows } from '@/lib/server/services/recount-flows'

export const POST = route('recountFlows', recountFlows)
