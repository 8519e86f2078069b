import { route } from '@/lib/server/http/route'
import { createToken } from '@/lib/server/services/identity/create-token'
import { listOwnTokens } from '@/lib/server/services/identity/list-tokens'

export const GET = route('listTokens', listOwnTokens)
export const POST = route('createToken', createToken)
