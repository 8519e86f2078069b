import { route } from '@/lib/server/http/route'
import { getDomain } from '@/lib/server/services/people/get-domain'
import { changeDomain } from '@/lib/server/services/people/update-domain'

export const GET = route('getDomain', getDomain)
export const PATCH = route('updateDomain', changeDomain)
