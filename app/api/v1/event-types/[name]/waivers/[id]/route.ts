import { route } from '@/lib/server/http/route'
import { endWaiver } from '@/lib/server/services/catalog/end-waiver'

export const DELETE = route('endWaiver', endWaiver)
