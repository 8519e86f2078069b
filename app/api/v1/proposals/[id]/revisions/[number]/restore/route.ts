import { route } from '@/lib/server/http/route'
import { restoreRevision } from '@/lib/server/services/draft/restore-revision'

export const POST = route('restoreRevision', restoreRevision)
