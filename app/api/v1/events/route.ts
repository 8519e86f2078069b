import { route } from '@/lib/server/http/route'
import { listEvents } from '@/lib/server/services/list-events'
import { receiveEvents } from '@/lib/server/services/receive-events'

export const GET = route('listEvents', listEvents)
export const POST = route('receiveEvents', receiveEvents)
