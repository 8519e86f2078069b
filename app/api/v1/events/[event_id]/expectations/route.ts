import { route } from '@/lib/server/http/route'
import { getExpectations } from '@/lib/server/services/chain/get-expectations'

export const GET = route('getExpectations', getExpectations)
