import { route } from '@/lib/server/http/route'
import { getService } from '@/lib/server/services/people/get-service'
import { changeService } from '@/lib/server/services/people/update-service'

export const GET = route('getService', getService)
export const PATCH = route('updateService', changeService)
