import { route } from '@/lib/server/http/route'
import { getFlowStep } from '@/lib/server/services/flow/get-flow-step'

export const GET = route('getFlowStep', getFlowStep)
