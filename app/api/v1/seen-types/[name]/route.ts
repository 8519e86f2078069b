import { route } from '@/lib/server/http/route'
import { inferSeenType } from '@/lib/server/services/infer-seen-type'

export const GET = route('inferSeenType', inferSeenType)
