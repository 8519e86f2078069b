import { pool } from '@/lib/server/database/connection'

/** Pages of the database that a statement reads, what its functions read included. */
export async function pagesRead(statement: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await pool().query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`,
    [...values],
  )
  const [{ Plan: plan }] = rows[0]!['QUERY PLAN']
  return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!
}
