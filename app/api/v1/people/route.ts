import { route } from '@/lib/server/http/route'
import { createPerson } from '@/lib/server/services/identity/create-person'
import { listPeoplePage } from '@/lib/server/services/identity/list-people'

export const GET = route('listPeople', listPeoplePage)
export const POST = route('createPerson', createPerson)
