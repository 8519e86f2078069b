import { route } from '@/lib/server/http/route'
import { readInbox } from '@/lib/server/services/inbox/read-inbox'

export const POST = route('readInbox', readInbox)
