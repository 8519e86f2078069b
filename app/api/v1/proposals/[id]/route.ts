import { route } from '@/lib/server/http/route'
import { getDraft } from '@/lib/server/services/draft/get-draft'
import { saveDraft } from '@/lib/server/services/draft/update-draft'
import { giveUpDraft } from '@/lib/server/services/draft/withdraw-draft'

export const GET = route('getDraft', getDraft)
export const PATCH = route('updateDraft', saveDraft)
export const DELETE = route('withdrawDraft', giveUpDraft)
