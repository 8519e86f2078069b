import { route } from '@/lib/server/http/route'
import { streamEvents } from '@/lib/server/services/event/stream-events'

export const GET = route('streamEvents', streamEvents)
