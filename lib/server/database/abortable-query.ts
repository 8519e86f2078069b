import 'server-only'
import type {
  PoolClient,
  QueryArrayConfig,
  QueryArrayResult,
  QueryConfig,
  QueryResult,
  QueryResultRow,
} from 'pg'
import { pool } from './connection'

/** pg tells it, its types don't. */
type Backend = PoolClient & { readonly processID: number }

export function abortableQuery<R extends unknown[]>(
  query: QueryArrayConfig,
  signal: AbortSignal | undefined,
): Promise<QueryArrayResult<R>>
export function abortableQuery<R extends QueryResultRow>(
  query: QueryConfig,
  signal: AbortSignal | undefined,
): Promise<QueryResult<R>>
/**
 * A statement that may take seconds, ended where nobody waits for it any more: PostgreSQL would go on to its end.
 * @throws what `signal` says
 */
export async function abortableQuery(
  query: QueryConfig,
  signal: AbortSignal | undefined,
): Promise<QueryResult> {
  if (signal === undefined) return pool().query(query)
  signal.throwIfAborted()
  const client = (await pool().connect()) as Backend
  // Given up while a connection was awaited: a cancellation may come before the statement, and end nothing.
  if (signal.aborted) {
    client.release()
    throw signal.reason
  }
  let cancelled: Promise<unknown> | undefined
  const cancel = () => {
    // From another connection: this one is busy. Where that fails, the statement ends of itself.
    cancelled = pool()
      .query('SELECT pg_cancel_backend($1)', [client.processID])
      .catch(() => undefined)
  }
  signal.addEventListener('abort', cancel)
  try {
    return await client.query(query)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
    await cancelled
    // A cancellation that comes too late would end the next statement of this connection.
    client.release(cancelled !== undefined)
  }
}
