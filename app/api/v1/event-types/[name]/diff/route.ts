import { route } from '@/lib/server/http/route'
import { getDiff } from '@/lib/server/services/schema/get-diff'

export const GET = route('getDiff', getDiff)
