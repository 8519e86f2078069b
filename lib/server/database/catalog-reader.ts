import { AsyncLocalStorage } from 'node:async_hooks'
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { Pool, QueryResult } from 'pg'

/** PostgreSQL's internal one-byte type `"char"`, in which its catalogs say what kind a thing is. */
const INTERNAL_CHAR = 18
const BPCHAR = 1042

/**
 * Prisma's adapter knows no `"char"` and refuses the whole answer, yet the schema engine asks for it when it describes
 * a database. The adapter is shown text, and the engine is told what it was.
 * @param pool the one that `adapter` queries.
 */
export function readingCatalogs(adapter: SqlDriverAdapter, pool: Pool): SqlDriverAdapter {
  const columns = new AsyncLocalStorage<Set<number>>()
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>
  const queryAsText = async (...args: unknown[]) => {
    const result = await query(...args)
    for (const [i, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue
      field.dataTypeID = BPCHAR
      columns.getStore()?.add(i)
    }
    return result
  }
  pool.query = queryAsText as Pool['query']
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = (sql) => {
    const chars = new Set<number>()
    return columns.run(chars, async () => {
      const result = await queryRaw(sql)
      for (const i of chars) result.columnTypes[i] = ColumnTypeEnum.Character
      return result
    })
  }
  return adapter
}
