import { route } from '@/lib/server/http/route'
import { reportTask } from '@/lib/server/services/installation/put-task'

export const PUT = route('putTask', reportTask)
