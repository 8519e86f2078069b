import { route } from '@/lib/server/http/route'
import { endSession } from '@/lib/server/services/identity/end-session'

export const DELETE = route('endSession', endSession)
