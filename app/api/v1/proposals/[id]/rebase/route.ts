import { route } from '@/lib/server/http/route'
import { rebaseDraft } from '@/lib/server/services/draft/rebase-draft'

export const POST = route('rebaseDraft', rebaseDraft)
