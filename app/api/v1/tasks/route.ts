import { route } from '@/lib/server/http/route'
import { listTasksNow } from '@/lib/server/services/installation/list-tasks'

export const GET = route('listTasks', listTasksNow)
