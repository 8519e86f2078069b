import { route } from '@/lib/server/http/route'
import { listQuarantine } from '@/lib/server/services/event/list-quarantine'

export const GET = route('listQuarantine', listQuarantine)
