import { route } from '@/lib/server/http/route'
import { declareParticipant, removeParticipant } from '@/lib/server/services/catalog/declare-participant'

export const PUT = route('declareConsumer', declareParticipant('consumer'))
export const DELETE = route('removeConsumer', removeParticipant('consumer'))
