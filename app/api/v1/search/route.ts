import { route } from '@/lib/server/http/route'
import { searchEverything } from '@/lib/server/services/catalog/search-everything'

export const GET = route('search', searchEverything)
