import 'server-only'
import { pointerTokens, appendPointer } from '@/lib/domain/json/pointer'

interface Said {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** Names that the envelope itself has; all others are the sender's. */
const OWN_NAMES = new Set([
  ...['data', 'payload', 'meta', 'received_at', 'created_at', 'schema', 'name', 'version', 'schema_id'],
  ...['event_id', 'parent_event_id', 'trace_id', 'owner_id', 'producer'],
])
/** What engines say of a text they cannot read quotes it. */
const QUOTING: Readonly<Record<string, string>> = {
  'not-json': 'The message is not JSON.',
  'not-storable': 'The database cannot hold this event.',
}

/** What is wrong with a message, for whoever may not see what is in it. */
export function coverSaid<T extends Said>(said: T): T {
  const tokens = pointerTokens(said.pointer)
  const foreign = tokens.findIndex((token) => !OWN_NAMES.has(token))
  return {
    ...said,
    message: QUOTING[said.code] ?? said.message,
    pointer: appendPointer('', ...(foreign === -1 ? tokens : tokens.slice(0, foreign))),
  }
}
