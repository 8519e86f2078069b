import { route } from '@/lib/server/http/route'
import { answerCompatibility } from '@/lib/server/services/schema/check-compatibility'

export const POST = route('checkCompatibility', answerCompatibility)
