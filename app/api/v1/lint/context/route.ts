import { route } from '@/lib/server/http/route'
import { getLintContext } from '@/lib/server/services/catalog/get-lint-context'

export const GET = route('getLintContext', getLintContext)
