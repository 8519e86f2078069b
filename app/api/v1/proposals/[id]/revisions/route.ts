import { route } from '@/lib/server/http/route'
import { listRevisionsPage } from '@/lib/server/services/list-revisions'

export const GET = route('listRevisions', listRevisionsPage)
