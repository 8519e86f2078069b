import { route } from '@/lib/server/http/route'
import { getReview } from '@/lib/server/services/proposal/get-review'

export const GET = route('getReview', getReview)
