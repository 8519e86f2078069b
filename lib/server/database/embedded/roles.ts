import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { APP_ROLE, OWNER_ROLE, type Passwords } from './cluster'

export const DATABASE = 'pasttense'

/**
 * The database, and the role under which the app works: no owner of anything, so that what the migrations do not grant
 * (changing a record) is refused to it. Runs under the lease; again is no harm.
 */
export async function ensureRoles(serverUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE])
    if (role.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${escapeIdentifier(APP_ROLE)} LOGIN PASSWORD ${escapeLiteral(passwords.app)}`,
      )
    }
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (database.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${escapeIdentifier(DATABASE)} OWNER ${escapeIdentifier(OWNER_ROLE)}`,
      )
    }
  } finally {
    await client.end()
  }
}
