import 'server-only'
import { setImmediate } from 'node:timers/promises'

/**
 * Between two stretches of long work: whoever waits for something short is answered first.
 * @throws what `signal` says, where nobody waits for the long work any more
 */
export async function letOthersIn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}
