import { route } from '@/lib/server/http/route'
import { listQuarantine } from '@/lib/server/services/list-quarantine'

export const GET = route('listQuarantine', listQuarantine)
