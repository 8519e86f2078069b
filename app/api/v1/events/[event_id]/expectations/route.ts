import { route } from '@/lib/server/http/route'
import { getExpectations } from '@/lib/server/services/get-expectations'

export const GET = route('getExpectations', getExpectations)
