import { route } from '@/lib/server/http/route'
import { endOtherSessions } from '@/lib/server/services/end-session'

export const DELETE = route('endOtherSessions', endOtherSessions)
