import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type PoolConfig } from 'pg'
import { PrismaClient } from './generated/client'

/**
 * The ways to the database, one of each per process. They hang on `globalThis`, since every route's bundle may hold its
 * own copy of this module. `DATABASE_URL` says where; `npm start` sets it when the embedded database serves.
 */
interface Connections {
  readonly url: string
  prisma?: PrismaClient
  pool?: Pool
  lookUpPool?: Pool
  maintenancePool?: Pool
}

const key = Symbol.for('pasttense.connections')
const holder = globalThis as { [key]?: Connections }

function connections(): Connections {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: the database is started by `npm start`.')
  // Tests change the address between files; everything else keeps one for its life.
  if (holder[key]?.url !== url) holder[key] = { url }
  return holder[key]
}

/** The catalog's tables. Shares the connections of `pool()`. */
export function prisma(): PrismaClient {
  const all = connections()
  return (all.prisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) }))
}

/** What a transaction of Prisma's hands over. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** For SQL by hand. */
export function pool(): Pool {
  const all = connections()
  return (all.pool ??= open({ connectionString: all.url, max: 16 }))
}

/**
 * For prepared statements that find few rows by an index, whatever their values. PostgreSQL goes on planning them anew for
 * each call where it guesses that the values matter, and over the partitions of weeks that takes longer than finding.
 */
export function lookUpPool(): Pool {
  const all = connections()
  return (all.lookUpPool ??= open({
    connectionString: all.url,
    max: 8,
    options: '-c plan_cache_mode=force_generic_plan -c jit=off',
  }))
}

/** As the owner of the database: partitions and retention. The same login as `pool()` where there is only one. */
export function maintenancePool(): Pool {
  const all = connections()
  const connectionString = process.env.PASTTENSE_MAINTENANCE_URL ?? all.url
  return (all.maintenancePool ??= open({ connectionString, max: 2 }))
}

/** Lets go of every connection, so that a process can end. */
export async function closeConnections(): Promise<void> {
  const all = holder[key]
  delete holder[key]
  await all?.prisma?.$disconnect()
  await Promise.all([all?.pool?.end(), all?.lookUpPool?.end(), all?.maintenancePool?.end()])
}

function open(config: PoolConfig): Pool {
  const pool = new Pool({ connectionTimeoutMillis: 10_000, keepAlive: true, ...config })
  // An idle connection breaks when the server restarts; the pool replaces it, but unheard the error would end node.
  pool.on('error', () => undefined)
  return pool
}
