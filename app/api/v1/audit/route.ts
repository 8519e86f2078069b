import { route } from '@/lib/server/http/route'
import { listAudit } from '@/lib/server/services/installation/list-audit'

export const GET = route('listAudit', listAudit)
