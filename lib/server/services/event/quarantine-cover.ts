import 'server-only'
import { ownPlace } from '@/lib/domain/envelope/own-place'

interface Said {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** What engines say of a text they cannot read quotes it. */
const QUOTING: Readonly<Record<string, string>> = {
  'not-json': 'The message is not JSON.',
  'not-storable': 'The database cannot hold this event.',
}

/** What is wrong with a message, in words that quote nothing of it. */
export function withoutQuote({ code, message }: Pick<Said, 'code' | 'message'>): string {
  return QUOTING[code] ?? message
}

/** What is wrong with a message, for whoever may not see what is in it. */
export function coverSaid<T extends Said>(said: T): T {
  return { ...said, message: withoutQuote(said), pointer: ownPlace(said.pointer) }
}
