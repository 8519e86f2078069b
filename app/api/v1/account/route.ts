import { route } from '@/lib/server/http/route'
import { getAccount } from '@/lib/server/services/get-account'
import { updateAccount } from '@/lib/server/services/update-account'

export const GET = route('getAccount', getAccount)
export const PATCH = route('updateAccount', updateAccount)
