import { route } from '@/lib/server/http/route'
import { listIncidents } from '@/lib/server/services/list-incidents'

export const GET = route('listIncidents', listIncidents)
