import { ApiProblem, call } from '@/lib/client/api'
import { paths } from '@/lib/client/paths'

/**
 * Where a pasted text leads: an event id opens its chain; a trace id, a business key or the name of an event type lists
 * events. null where nothing has it. All are asked for at once; the order is that of how exact they are.
 */
export async function resolveText(text: string): Promise<string | null> {
  const [event, trace, key, type] = await Promise.all([
    exists(text),
    anyEvent({ trace_id: text }),
    anyEvent({ key: text }),
    anyEvent({ type: text }),
  ])
  if (event) return paths.event(text)
  if (trace) return paths.explore({ trace_id: text })
  if (key) return paths.explore({ key: text })
  if (type) return paths.explore({ type: text })
  return null
}

/** Whether an event has this id, or had it until retention took it while others of its chain are still there. */
async function exists(eventId: string): Promise<boolean> {
  return (await answers('getEvent', eventId)) || answers('getChain', eventId)
}

async function answers(id: 'getEvent' | 'getChain', eventId: string): Promise<boolean> {
  try {
    await call(id, { params: { event_id: eventId } })
    return true
  } catch (error) {
    // An order number with characters that no id may hold is simply no event id.
    if (error instanceof ApiProblem && error.problem.status < 500) return false
    throw error
  }
}

async function anyEvent(query: { trace_id?: string; key?: string; type?: string }): Promise<boolean> {
  const { items } = await call('listEvents', { query: { ...query, limit: 1 } })
  return items.length > 0
}
