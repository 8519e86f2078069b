import { route } from '@/lib/server/http/route'
import { getUnread } from '@/lib/server/services/inbox/list-inbox'

export const GET = route('getUnread', getUnread)
