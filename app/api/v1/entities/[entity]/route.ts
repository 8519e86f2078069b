import { route } from '@/lib/server/http/route'
import { getEntity } from '@/lib/server/services/entity/get-entity'

export const GET = route('getEntity', getEntity)
