import { route } from '@/lib/server/http/route'
import { getSignIn } from '@/lib/server/services/get-sign-in'

export const GET = route('getSignIn', getSignIn)
