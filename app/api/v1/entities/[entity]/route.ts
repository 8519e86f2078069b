import { route } from '@/lib/server/http/route'
import { getEntity } from '@/lib/server/services/get-entity'

export const GET = route('getEntity', getEntity)
