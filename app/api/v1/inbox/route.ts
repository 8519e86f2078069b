import { route } from '@/lib/server/http/route'
import { listInboxPage } from '@/lib/server/services/inbox/list-inbox'

export const GET = route('listInbox', listInboxPage)
