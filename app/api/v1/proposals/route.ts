import { route } from '@/lib/server/http/route'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { listDraftsPage } from '@/lib/server/services/draft/list-drafts'

export const GET = route('listDrafts', listDraftsPage)
export const POST = route('createDraft', createDraft)
