import { route } from '@/lib/server/http/route'
import { listReplaysOf } from '@/lib/server/services/list-replays'
import { startReplay } from '@/lib/server/services/start-replay'

export const GET = route('listReplays', listReplaysOf)
export const POST = route('startReplay', startReplay)
