import { route } from '@/lib/server/http/route'
import { changePerson } from '@/lib/server/services/update-person'

export const PATCH = route('updatePerson', changePerson)
