import { route } from '@/lib/server/http/route'
import { revokeToken } from '@/lib/server/services/identity/revoke-token'

export const DELETE = route('revokeToken', revokeToken)
