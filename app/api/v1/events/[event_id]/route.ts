import { route } from '@/lib/server/http/route'
import { getEvent } from '@/lib/server/services/event/get-event'

export const GET = route('getEvent', getEvent)
