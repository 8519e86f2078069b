import { route } from '@/lib/server/http/route'
import { getVersion } from '@/lib/server/services/get-version'

export const GET = route('getVersion', getVersion)
