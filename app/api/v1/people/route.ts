import { route } from '@/lib/server/http/route'
import { createPerson } from '@/lib/server/services/create-person'

export const POST = route('createPerson', createPerson)
