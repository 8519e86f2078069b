import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './generated/client'

interface Connections {
  url: string
  pool: Pool
  prisma: PrismaClient
  maintenance: Pool | undefined
}

// One per process: every route bundle holds its own copy of this module, and each would open its own connections.
const key = Symbol.for('pasttense.connections')
const globals = globalThis as { [key]?: Connections }

/** Connections for reading and for the catalog; receiving has its own. */
const MAX_CONNECTIONS = 10

function connections(): Connections {
  const url = process.env.DATABASE_URL
  if (url === undefined) throw new Error('DATABASE_URL is not set: the server starts through `npm start`, which sets it.')
  const known = globals[key]
  if (known?.url === url) return known
  const pool = new Pool({ connectionString: url, max: MAX_CONNECTIONS })
  // An idle connection that breaks is opened anew by the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  const made = { url, pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }), maintenance: undefined }
  globals[key] = made
  return made
}

/** The catalog's tables. */
export function prisma(): PrismaClient {
  return connections().prisma
}

/** Plain SQL, for the event store. */
export function pool(): Pool {
  return connections().pool
}

/** SQL as the owner of the tables: partitions, retention. The same login as `pool()` where there is only one. */
export function maintenancePool(): Pool {
  const all = connections()
  const url = process.env.PASTTENSE_MAINTENANCE_URL
  if (url === undefined || url === all.url) return all.pool
  if (!all.maintenance) {
    all.maintenance = new Pool({ connectionString: url, max: 2 })
    all.maintenance.on('error', () => undefined)
  }
  return all.maintenance
}

/** Closes everything, for tests and for a clean end. */
export async function closeConnections(): Promise<void> {
  const all = globals[key]
  delete globals[key]
  await all?.prisma.$disconnect()
  await all?.pool.end()
  await all?.maintenance?.end()
}
