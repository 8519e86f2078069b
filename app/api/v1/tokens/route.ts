import { route } from '@/lib/server/http/route'
import { createToken } from '@/lib/server/services/create-token'
import { listOwnTokens } from '@/lib/server/services/list-tokens'

export const GET = route('listTokens', listOwnTokens)
export const POST = route('createToken', createToken)
