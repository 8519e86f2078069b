import { ApiProblem, call } from '@/lib/client/api'
import { paths } from '@/lib/client/paths'

/**
 * Where a pasted text leads: an event id opens its chain; that of an event which never came, the chain that misses it; a
 * trace id or a business key the chain in which all of its events stand. Else, and for the name of an event type, they are
 * listed. null where nothing has it. All are asked for at once; the order is that of how exact they are.
 */
export async function resolveText(text: string): Promise<string | null> {
  const [event, { hits }, ofType] = await Promise.all([
    exists(text),
    call('search', { query: { q: text } }),
    call('listEvents', { query: { type: text, limit: 1 } }),
  ])
  if (event) return paths.event(text)
  const others = hits.filter(({ href }) => href !== paths.event(text))
  for (const wanted of ['event', 'trace', 'key']) {
    const found = others.find(({ kind }) => kind === wanted)
    if (found) return found.href
  }
  return ofType.items.length > 0 ? paths.explore({ type: text }) : null
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
