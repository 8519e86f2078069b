import { route } from '@/lib/server/http/route'
import { getChain } from '@/lib/server/services/chain/get-chain'

export const GET = route('getChain', getChain)
