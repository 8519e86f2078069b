import { route } from '@/lib/server/http/route'
import { getSignIn } from '@/lib/server/services/identity/get-sign-in'

export const GET = route('getSignIn', getSignIn)
