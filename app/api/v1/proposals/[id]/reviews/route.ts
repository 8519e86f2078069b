import { route } from '@/lib/server/http/route'
import { reviewProposal } from '@/lib/server/services/proposal/review-proposal'

export const POST = route('reviewProposal', reviewProposal)
