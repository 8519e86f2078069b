import { route } from '@/lib/server/http/route'
import { listInboxPage } from '@/lib/server/services/list-inbox'

export const GET = route('listInbox', listInboxPage)
