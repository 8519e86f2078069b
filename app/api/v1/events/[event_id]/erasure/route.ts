import { route } from '@/lib/server/http/route'
import { eraseEvent } from '@/lib/server/services/event/erase-event'

export const POST = route('eraseEvent', eraseEvent)
