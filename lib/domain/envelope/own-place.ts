import { appendPointer, pointerTokens } from '../json/pointer'

/** Names that the envelope itself has; all others are the sender's. */
const OWN_NAMES = new Set([
  ...['data', 'payload', 'meta', 'received_at', 'created_at', 'schema', 'name', 'version', 'schema_id'],
  ...['event_id', 'parent_event_id', 'trace_id', 'owner_id', 'producer'],
])

/**
 * A place in a message as far as the envelope names it: `/data` of `/data/lines/3/id`. It tells nothing of what was sent,
 * and it is the same for all messages with the same mistake.
 * @param pointer as RFC 6901 has it
 */
export function ownPlace(pointer: string): string {
  const tokens = pointerTokens(pointer)
  const foreign = tokens.findIndex((token) => !OWN_NAMES.has(token))
  return appendPointer('', ...(foreign === -1 ? tokens : tokens.slice(0, foreign)))
}
