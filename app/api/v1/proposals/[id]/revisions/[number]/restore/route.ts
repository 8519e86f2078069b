import { route } from '@/lib/server/http/route'
import { restoreRevision } from '@/lib/server/services/restore-revision'

export const POST = route('restoreRevision', restoreRevision)
