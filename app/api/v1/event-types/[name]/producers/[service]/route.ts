import { route } from '@/lib/server/http/route'
import { declareParticipant, removeParticipant } from '@/lib/server/services/catalog/declare-participant'

export const PUT = route('declareProducer', declareParticipant('producer'))
export const DELETE = route('removeProducer', removeParticipant('producer'))
