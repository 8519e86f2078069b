import { route } from '@/lib/server/http/route'
import { createPerson } from '@/lib/server/services/create-person'
import { listPeoplePage } from '@/lib/server/services/list-people'

export const GET = route('listPeople', listPeoplePage)
export const POST = route('createPerson', createPerson)
