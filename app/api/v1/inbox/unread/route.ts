import { route } from '@/lib/server/http/route'
import { getUnread } from '@/lib/server/services/list-inbox'

export const GET = route('getUnread', getUnread)
