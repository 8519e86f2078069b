import { route } from '@/lib/server/http/route'
import { reopenProposal } from '@/lib/server/services/reopen-proposal'

export const POST = route('reopenProposal', reopenProposal)
