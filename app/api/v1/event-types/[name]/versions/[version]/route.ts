import { route } from '@/lib/server/http/route'
import { getVersion } from '@/lib/server/services/get-version'
import { updateVersion } from '@/lib/server/services/update-version'

export const GET = route('getVersion', getVersion)
export const PATCH = route('updateVersion', updateVersion)
