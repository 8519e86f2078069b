import { route } from '@/lib/server/http/route'
import { getHealth } from '@/lib/server/services/installation/get-health'

export const GET = route('getHealth', getHealth)
