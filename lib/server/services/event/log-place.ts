import type { LogPlace } from '@/lib/server/stores/event-tail-store'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'

/** A place in the log as clients have it: the id of an event of the live tail, or its `after`. */
export function logPlaceName({ position, eventId }: LogPlace): string {
  return encodeCursor(eventId === '' ? [position] : [position, eventId])
}

/** @throws Problem `invalid-cursor` */
export function logPlaceOf(name: string): LogPlace {
  try {
    const [position, eventId] = decodeCursor(name, ['position', 'name'])
    return { position, eventId }
  } catch {
    const [position] = decodeCursor(name, ['position'])
    return { position, eventId: '' }
  }
}
