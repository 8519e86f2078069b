import { route } from '@/lib/server/http/route'
import { streamEntitySnapshot } from '@/lib/server/services/entity/stream-entity-snapshot'

export const GET = route('streamEntitySnapshot', streamEntitySnapshot)
