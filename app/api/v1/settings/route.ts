import { route } from '@/lib/server/http/route'
import { getSettings } from '@/lib/server/services/installation/get-settings'
import { changeSettings } from '@/lib/server/services/installation/update-settings'

export const GET = route('getSettings', getSettings)
export const PATCH = route('updateSettings', changeSettings)
