import { route } from '@/lib/server/http/route'
import { inferSeenType } from '@/lib/server/services/event/infer-seen-type'

export const GET = route('inferSeenType', inferSeenType)
