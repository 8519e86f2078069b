import { route } from '@/lib/server/http/route'
import { getOwner } from '@/lib/server/services/people/get-owner'
import { changeOwner } from '@/lib/server/services/people/update-owner'

export const GET = route('getOwner', getOwner)
export const PATCH = route('updateOwner', changeOwner)
