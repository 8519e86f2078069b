import { route } from '@/lib/server/http/route'
import { revokeToken } from '@/lib/server/services/revoke-token'

export const DELETE = route('revokeToken', revokeToken)
