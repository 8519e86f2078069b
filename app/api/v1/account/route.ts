import { route } from '@/lib/server/http/route'
import { getAccount } from '@/lib/server/services/identity/get-account'
import { updateAccount } from '@/lib/server/services/identity/update-account'

export const GET = route('getAccount', getAccount)
export const PATCH = route('updateAccount', updateAccount)
