import { route } from '@/lib/server/http/route'
import { createEventType } from '@/lib/server/services/catalog/create-event-type'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'

export const GET = route('listEventTypes', listEventTypes)
export const POST = route('createEventType', createEventType)
