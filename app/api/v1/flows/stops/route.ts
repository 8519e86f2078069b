import { route } from '@/lib/server/http/route'
import { listIncidents } from '@/lib/server/services/flow/list-incidents'

export const GET = route('listIncidents', listIncidents)
