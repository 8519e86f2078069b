import { route } from '@/lib/server/http/route'
import { invitePerson } from '@/lib/server/services/identity/invite-person'

export const POST = route('invitePerson', invitePerson)
