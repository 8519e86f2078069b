import { route } from '@/lib/server/http/route'
import { invitePerson } from '@/lib/server/services/invite-person'

export const POST = route('invitePerson', invitePerson)
