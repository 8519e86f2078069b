import 'server-only'
import { createHash } from 'node:crypto'
import { customerNetwork } from '@/lib/domain/delivery/network-address'
import { countFailures, forgetFailures } from '@/lib/server/stores/sign-in-failure-store'

const WINDOW_SECONDS = 15 * 60

/**
 * How many log-ins may fail within the window: for one address of the network on one e-mail address, for that e-mail
 * address from anywhere, and from that address of the network on any; an IPv6 address counts for its network, whose
 * addresses one customer changes at will. The first is small, so that guessing is slow; the
 * second is large, so that a stranger cannot lock somebody out with ease.
 */
const LIMITS = [10, 100, 100] as const
/** Behind a proxy that does not say whom it asks for, all come from one address. */
const SHARED_LIMIT = 1_000

function keysOf(email: string, peer: string): [string, string, string] {
  // What was tried is nobody's business: only hashes are kept.
  const key = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')
  const address = peer.replace(/[^ ]+$/, customerNetwork) || 'behind a proxy'
  const name = email.trim().toLowerCase()
  return [key('both', name, address), key('email', name), key('address', address)]
}

/** How many refusals go on record within a window, whoever they are of: a stranger must not be able to fill the log. */
const MOST_ON_RECORD = 20
const ON_RECORD = createHash('sha256').update('refusals on record').digest('base64url')

/**
 * Counts an attempt before it is made, so that many at once are no way around.
 * @returns whether it may be made; `refused-first` where that is news, and may go on record
 */
export async function admitSignIn(
  email: string,
  peer: string,
): Promise<'admitted' | 'refused' | 'refused-first'> {
  const counts = await countFailures(keysOf(email, peer), WINDOW_SECONDS)
  const limits = [LIMITS[0], LIMITS[1], peer === '' ? SHARED_LIMIT : LIMITS[2]]
  if (counts.every((count, i) => count <= limits[i]!)) return 'admitted'
  if (!counts.some((count, i) => count === limits[i]! + 1)) return 'refused'
  const [onRecord] = await countFailures([ON_RECORD], WINDOW_SECONDS)
  return onRecord! <= MOST_ON_RECORD ? 'refused-first' : 'refused'
}

/** It went well: it was no failure. */
export async function forgiveSignIn(email: string, peer: string): Promise<void> {
  await forgetFailures(keysOf(email, peer))
}

export const RETRY_AFTER_SECONDS = WINDOW_SECONDS
