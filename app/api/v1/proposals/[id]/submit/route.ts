import { route } from '@/lib/server/http/route'
import { submitProposal } from '@/lib/server/services/proposal/submit-proposal'

export const POST = route('submitProposal', submitProposal)
