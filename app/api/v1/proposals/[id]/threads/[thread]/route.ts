import { route } from '@/lib/server/http/route'
import { updateThread } from '@/lib/server/services/proposal/update-thread'

export const PATCH = route('updateThread', updateThread)
