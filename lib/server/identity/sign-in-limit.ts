import 'server-only'
import { createHash } from 'node:crypto'
import { countFailures, forgetFailures } from '@/lib/server/stores/sign-in-failure-store'

const WINDOW_SECONDS = 15 * 60

/**
 * How many log-ins may fail within the window: for one address of the network on one e-mail address, for that e-mail
 * address from anywhere, and from that address of the network on any. The first is small, so that guessing is slow; the
 * second is large, so that a stranger cannot lock somebody out with ease.
 */
const LIMITS = [10, 100, 100] as const
/** Behind a proxy that does not say whom it asks for, all come from one address. */
const SHARED_LIMIT = 1_000

function keysOf(email: string, peer: string): [string, string, string] {
  // What was tried is nobody's business: only hashes are kept.
  const key = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')
  const address = peer || 'behind a proxy'
  const name = email.trim().toLowerCase()
  return [key('both', name, address), key('email', name), key('address', address)]
}

/** Counts an attempt before it is made, so that many at once are no way around. @returns whether it may be made */
export async function admitSignIn(email: string, peer: string): Promise<boolean> {
  const counts = await countFailures(keysOf(email, peer), WINDOW_SECONDS)
  const [both, name, address] = counts as [number, number, number]
  return both <= LIMITS[0] && name <= LIMITS[1] && address <= (peer === '' ? SHARED_LIMIT : LIMITS[2])
}

/** It went well: it was no failure. */
export async function forgiveSignIn(email: string, peer: string): Promise<void> {
  await forgetFailures(keysOf(email, peer))
}

export const RETRY_AFTER_SECONDS = WINDOW_SECONDS
