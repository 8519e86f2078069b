import { route } from '@/lib/server/http/route'
import { listVariants } from '@/lib/server/services/chain/list-variants'

export const GET = route('listVariants', listVariants)
