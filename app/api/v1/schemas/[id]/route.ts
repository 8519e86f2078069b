import { route } from '@/lib/server/http/route'
import { getSchema } from '@/lib/server/services/schema/get-schema'

export const GET = route('getSchema', getSchema)
