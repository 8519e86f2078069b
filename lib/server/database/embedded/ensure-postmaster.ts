import { realpath } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Binaries } from './binaries'
import { OWNER_ROLE, type Passwords } from './cluster'
import type { DataFolder } from './data-folder'
import {
  findPostmaster,
  freePort,
  isAlive,
  launchPostmaster,
  readLog,
  stopPostmaster,
  type Postmaster,
} from './postmaster'
import { explainFailure, StartFailure } from './start-failure'

export interface Ground {
  readonly folder: DataFolder
  readonly binaries: Binaries
  readonly passwords: Passwords
  readonly settings: Record<string, string>
  /** Tells a waiting person what takes long. */
  readonly say: (line: string) => void
}

export const ownerUrl = (passwords: Passwords, port: number, database: string) =>
  `postgresql://${OWNER_ROLE}:${passwords.owner}@127.0.0.1:${port}/${database}`

/** Another's port, another's start, the last one's shared memory: each passes, or shows itself again. */
const ATTEMPTS = 20
const passing = /already exists|still in use|is being used|Address already in use|could not create any TCP/

/**
 * The server on this folder, answering: the one that runs (a survivor of a killed process, or of another start at this
 * moment), else a new one. `port` asks for the old address again, for clients that hold it.
 */
export async function ensurePostmaster(ground: Ground, port?: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const survivor = await findPostmaster(ground.folder.cluster)
    const postmaster =
      survivor ??
      (await launchPostmaster(ground.folder, ground.binaries, port ?? (await freePort()), ground.settings))
    if (await answers(ground, postmaster)) return postmaster
    const output = await readLog(ground.folder, postmaster)
    if (attempt === ATTEMPTS || !(survivor || passing.test(output))) {
      throw await explainFailure(ground.folder.cluster, output)
    }
    await wait(250)
  }
}

/** Waits while the server starts, for as long as it lives: replaying a log may take minutes. False when it died. */
async function answers(ground: Ground, postmaster: Postmaster): Promise<boolean> {
  const started = Date.now()
  let said = false
  let refusals = 0
  for (;;) {
    const answer = await knock(ground, postmaster.port)
    if (answer === 'ours') return true
    if (answer === 'foreign' && (refusals += 1) > 5) {
      if (postmaster.child) await stopPostmaster(postmaster, 'fast')
      else throw strangerInLock(ground, postmaster)
      return false
    }
    if (!(await isAlive(postmaster.pid)) || (postmaster.child?.exitCode ?? null) !== null) return false
    if (!postmaster.child && answer === 'silent' && Date.now() - started > 30_000)
      throw strangerInLock(ground, postmaster)
    if (!said && Date.now() - started > 3_000) {
      ground.say('PostgreSQL is starting; after a crash it first replays its log …')
      said = true
    }
    await wait(50)
  }
}

function strangerInLock(ground: Ground, postmaster: Postmaster): StartFailure {
  return new StartFailure(
    `${ground.folder.cluster}/postmaster.pid names process ${postmaster.pid}, which runs but does not answer as this folder's PostgreSQL. If that process is something else, remove the file by hand and start again.`,
  )
}

async function knock(ground: Ground, port: number): Promise<'ours' | 'foreign' | 'starting' | 'silent'> {
  const client = new Client({
    connectionString: ownerUrl(ground.passwords, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    const theirs = await realpath(rows[0]?.data_directory ?? '')
    return theirs === (await realpath(ground.folder.cluster)) ? 'ours' : 'foreign'
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === '57P03') return 'starting'
    return code.startsWith('28') ? 'foreign' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}
