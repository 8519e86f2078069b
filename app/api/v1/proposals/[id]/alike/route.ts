import { route } from '@/lib/server/http/route'
import { findAlike } from '@/lib/server/services/catalog/find-alike'

export const GET = route('listAlike', findAlike)
