import { route } from '@/lib/server/http/route'
import { declineProposal } from '@/lib/server/services/proposal/decline-proposal'

export const POST = route('declineProposal', declineProposal)
