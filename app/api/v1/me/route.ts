import { route } from '@/lib/server/http/route'
import { getMe } from '@/lib/server/services/identity/get-me'

export const GET = route('getMe', getMe)
