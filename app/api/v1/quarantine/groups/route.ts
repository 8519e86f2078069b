import { route } from '@/lib/server/http/route'
import { listQuarantineGroups } from '@/lib/server/services/event/list-quarantine-groups'

export const GET = route('listQuarantineGroups', listQuarantineGroups)
