import { route } from '@/lib/server/http/route'
import { getEvent } from '@/lib/server/services/get-event'

export const GET = route('getEvent', getEvent)
