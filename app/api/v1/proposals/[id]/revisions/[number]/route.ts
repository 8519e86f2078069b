import { route } from '@/lib/server/http/route'
import { getRevision } from '@/lib/server/services/draft/get-revision'

export const GET = route('getRevision', getRevision)
