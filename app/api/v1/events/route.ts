import { route } from '@/lib/server/http/route'
import { listEvents } from '@/lib/server/services/event/list-events'
import { receiveEvents } from '@/lib/server/services/event/receive-events'

export const GET = route('listEvents', listEvents)
export const POST = route('receiveEvents', receiveEvents)
