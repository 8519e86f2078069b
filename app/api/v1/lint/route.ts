import { route } from '@/lib/server/http/route'
import { answerLint } from '@/lib/server/services/catalog/lint-event-type'

export const POST = route('lint', answerLint)
