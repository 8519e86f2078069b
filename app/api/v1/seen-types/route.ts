import { route } from '@/lib/server/http/route'
import { listSeenTypes } from '@/lib/server/services/event/list-seen-types'

export const GET = route('listSeenTypes', listSeenTypes)
