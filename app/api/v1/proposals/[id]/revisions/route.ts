import { route } from '@/lib/server/http/route'
import { listRevisionsPage } from '@/lib/server/services/draft/list-revisions'

export const GET = route('listRevisions', listRevisionsPage)
