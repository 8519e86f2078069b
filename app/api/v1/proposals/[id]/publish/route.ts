import { route } from '@/lib/server/http/route'
import { publishDraft } from '@/lib/server/services/draft/publish-draft'

export const POST = route('publishDraft', publishDraft)
