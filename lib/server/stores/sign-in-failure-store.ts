import 'server-only'
import { pool } from '@/lib/server/database/connection'

/** Counts one more failure under each key, and answers the counts of the window that runs, in the order of the keys. */
export async function countFailures(keys: readonly string[], windowSeconds: number): Promise<number[]> {
  const counts: number[] = []
  // One statement a key, always in the same order: rows are locked in it.
  for (const key of keys) {
    const { rows } = await pool().query<{ count: number }>(
      `INSERT INTO sign_in_failure AS f (key, count, since) VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN f.since < now() - $2 * interval '1 second' THEN 1 ELSE f.count + 1 END,
         since = CASE WHEN f.since < now() - $2 * interval '1 second' THEN now() ELSE f.since END
       RETURNING count`,
      [key, windowSeconds],
    )
    counts.push(rows[0]!.count)
  }
  return counts
}

/** Takes back what was counted for a log-in that went well, and drops windows that ended long ago. */
export async function forgetFailures(keys: readonly string[]): Promise<void> {
  await pool().query('UPDATE sign_in_failure SET count = greatest(count - 1, 0) WHERE key = ANY($1)', [keys])
  await pool().query(`DELETE FROM sign_in_failure WHERE since < now() - interval '1 day'`)
}
