import { route } from '@/lib/server/http/route'
import { reopenProposal } from '@/lib/server/services/proposal/reopen-proposal'

export const POST = route('reopenProposal', reopenProposal)
