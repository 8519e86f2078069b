import { reactionTo } from './database-failure'

/** How long receiving waits for a database that went away, a restart for instance. */
export const MAX_ABSENCE_MS = 20_000
const PAUSE_MS = 200

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}

/** Does work that may be done twice, again and again while the database is away. @throws what the work throws else */
export async function whileAbsent<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + MAX_ABSENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (reactionTo(error) !== 'absent' || Date.now() > deadline) throw error
      await pause()
    }
  }
}
