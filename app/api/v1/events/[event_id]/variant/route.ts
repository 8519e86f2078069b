import { route } from '@/lib/server/http/route'
import { getChainVariant } from '@/lib/server/services/chain/get-chain-variant'

export const GET = route('getChainVariant', getChainVariant)
