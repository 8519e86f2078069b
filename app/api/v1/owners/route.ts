import { route } from '@/lib/server/http/route'
import { createOwner } from '@/lib/server/services/people/create-owner'
import { listOwnersPage } from '@/lib/server/services/people/list-owners'

export const GET = route('listOwners', listOwnersPage)
export const POST = route('createOwner', createOwner)
