import { route } from '@/lib/server/http/route'
import { getEntityHistory } from '@/lib/server/services/entity/get-entity-history'

export const GET = route('getEntityHistory', getEntityHistory)
