import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { Client } from 'pg'

/** Any number will do, if nothing else in this server's database `postgres` uses it. */
const LOCK = 5_021_885_202

/**
 * Who serves a data folder. The lease itself is a lock that PostgreSQL holds for a connection: it falls the moment its
 * holder dies, however that happens, and needs no guess about process ids. The file says only where the holder serves.
 */
export class Lease {
  private constructor(
    private readonly client: Client,
    private readonly file: string,
  ) {}

  /** Undefined when somebody else holds it. @param onLost the connection broke; the lease is gone. */
  static async take(url: string, file: string, onLost: () => void): Promise<Lease | undefined> {
    const client = new Client({ connectionString: url, keepAlive: true, application_name: 'pasttense lease' })
    const lease = new Lease(client, file)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOCK])
    if (rows[0]?.held !== true) {
      await client.end()
      return undefined
    }
    client.once('end', () => {
      if (!lease.released) onLost()
    })
    return lease
  }

  private released = false

  async announce(address: string): Promise<void> {
    const fresh = `${this.file}.new`
    await writeFile(fresh, JSON.stringify({ address, pid: process.pid }), { mode: 0o600 })
    await rename(fresh, this.file)
  }

  /** Before the server goes: so a start that waits for the lease does not read an old address. */
  async withdraw(): Promise<void> {
    this.released = true
    await rm(this.file, { force: true })
  }
}

/** Where the holder of the lease serves; undefined while it has not said so. */
export async function readLeaseAddress(file: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { address: string }).address
  } catch {
    return undefined
  }
}
