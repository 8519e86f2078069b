import { route } from '@/lib/server/http/route'
import { getVersion } from '@/lib/server/services/schema/get-version'
import { updateVersion } from '@/lib/server/services/schema/update-version'

export const GET = route('getVersion', getVersion)
export const PATCH = route('updateVersion', updateVersion)
