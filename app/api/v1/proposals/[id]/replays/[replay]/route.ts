import { route } from '@/lib/server/http/route'
import { stopReplay } from '@/lib/server/services/proposal/cancel-replay'

export const DELETE = route('cancelReplay', stopReplay)
