import { route } from '@/lib/server/http/route'
import { getChainColumns } from '@/lib/server/services/chain/get-chain-columns'

export const GET = route('getChainColumns', getChainColumns)
