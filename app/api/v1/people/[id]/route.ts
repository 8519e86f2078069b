import { route } from '@/lib/server/http/route'
import { changePerson } from '@/lib/server/services/identity/update-person'

export const PATCH = route('updatePerson', changePerson)
