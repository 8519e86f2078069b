import { route } from '@/lib/server/http/route'
import { streamChainEnvelopes } from '@/lib/server/services/chain/stream-chain-envelopes'

export const GET = route('streamChainEnvelopes', streamChainEnvelopes)
