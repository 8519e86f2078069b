import { route } from '@/lib/server/http/route'
import { addComment } from '@/lib/server/services/proposal/add-comment'

export const POST = route('addComment', addComment)
