import { route } from '@/lib/server/http/route'
import { endOtherSessions } from '@/lib/server/services/identity/end-session'

export const DELETE = route('endOtherSessions', endOtherSessions)
