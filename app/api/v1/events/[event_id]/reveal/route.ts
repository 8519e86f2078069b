import { route } from '@/lib/server/http/route'
import { revealEvent } from '@/lib/server/services/reveal-event'

export const POST = route('revealEvent', revealEvent)
