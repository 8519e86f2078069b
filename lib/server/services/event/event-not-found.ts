import { problem, type Problem } from '@/lib/server/services/problem'

export function eventNotFound(eventId: string): Problem {
  return problem(
    'event-not-found',
    `No event with the id "${eventId}" is stored. It may never have arrived, stand in quarantine, or be past retention.`,
  )
}
