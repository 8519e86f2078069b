import { route } from '@/lib/server/http/route'
import { revealEvent } from '@/lib/server/services/event/reveal-event'

export const POST = route('revealEvent', revealEvent)
