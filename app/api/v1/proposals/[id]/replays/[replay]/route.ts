import { route } from '@/lib/server/http/route'
import { stopReplay } from '@/lib/server/services/cancel-replay'

export const DELETE = route('cancelReplay', stopReplay)
