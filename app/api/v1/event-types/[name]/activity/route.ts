import { route } from '@/lib/server/http/route'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'

export const GET = route('getEventTypeActivity', getEventTypeActivity)
