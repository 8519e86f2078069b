import { route } from '@/lib/server/http/route'
import { getRetention } from '@/lib/server/services/installation/get-retention'

export const GET = route('getRetention', getRetention)
