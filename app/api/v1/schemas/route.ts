import { route } from '@/lib/server/http/route'
import { listReferenced } from '@/lib/server/services/schema/list-referenced'

export const GET = route('listReferenced', listReferenced)
