import { route } from '@/lib/server/http/route'
import { getEventType } from '@/lib/server/services/catalog/get-event-type'
import { changeEventType } from '@/lib/server/services/catalog/update-event-type'

export const GET = route('getEventType', getEventType)
export const PATCH = route('updateEventType', changeEventType)
