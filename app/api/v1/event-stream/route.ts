import { route } from '@/lib/server/http/route'
import { streamEvents } from '@/lib/server/services/stream-events'

export const GET = route('streamEvents', streamEvents)
