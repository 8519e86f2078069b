import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/domain/policy/policy'

/** How long a credential is taken for what it was: at most so late is a revocation seen by another process. */
const TRUSTED_MS = 3_000
/** Strangers may send any number of wrong credentials. */
const MOST = 10_000

interface Known {
  /** Null where it was good for nothing. */
  readonly actor: Promise<Actor | null>
  readonly until: number
}

const key = Symbol.for('pasttense.known-actors')
/** One a process: bundles may each hold a copy of this module, and forgetting must reach all of them. */
const holder = globalThis as { [key]?: Map<string, Known> }
const known = () => (holder[key] ??= new Map<string, Known>())

/**
 * Who sent a credential (a token, a session's cookie), asked of the database at most every few seconds: thousands of
 * requests a second come with the same one. Requests that come meanwhile wait for the same answer.
 */
export function actorOf(credential: string, ask: () => Promise<Actor | null>): Promise<Actor | null> {
  const hash = createHash('sha256').update(credential).digest('base64url')
  const all = known()
  const found = all.get(hash)
  const now = Date.now()
  if (found && now < found.until) return found.actor
  all.delete(hash)
  // Maps keep the order of insertion: the first is the oldest.
  for (const oldest of all.keys()) {
    if (all.size < MOST) break
    all.delete(oldest)
  }
  const actor = ask()
  all.set(hash, { actor, until: now + TRUSTED_MS })
  // A failure of the database is no answer to keep.
  actor.catch(() => all.delete(hash))
  return actor
}

/** After a change of rights in this process: everybody is looked up anew. */
export function forgetActors(): void {
  known().clear()
}
