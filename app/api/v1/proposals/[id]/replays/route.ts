import { route } from '@/lib/server/http/route'
import { listReplaysOf } from '@/lib/server/services/proposal/list-replays'
import { startReplay } from '@/lib/server/services/proposal/start-replay'

export const GET = route('listReplays', listReplaysOf)
export const POST = route('startReplay', startReplay)
