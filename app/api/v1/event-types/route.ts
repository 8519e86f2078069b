import { route } from '@/lib/server/http/route'
import { createEventType } from '@/lib/server/services/create-event-type'
import { listEventTypes } from '@/lib/server/services/list-event-types'

export const GET = route('listEventTypes', listEventTypes)
export const POST = route('createEventType', createEventType)
