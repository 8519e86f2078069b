import { route } from '@/lib/server/http/route'
import { listEntities } from '@/lib/server/services/entity/list-entities'

export const GET = route('listEntities', listEntities)
