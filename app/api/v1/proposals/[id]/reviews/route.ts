import { route } from '@/lib/server/http/route'
import { reviewProposal } from '@/lib/server/services/review-proposal'

export const POST = route('reviewProposal', reviewProposal)
