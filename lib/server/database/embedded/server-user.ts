import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StartFailure } from './start-failure'

const run = promisify(execFile)

/** Whom the server runs as. Undefined elsewhere means: as ourselves. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** For PostgreSQL's programs: nobody's PGPORT or language may change what they do or say. */
export const serverEnvironment = { LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv

/** Accounts that hold as little as possible and that most systems have, the best first. */
const candidates = ['postgres', 'nobody', 'daemon']

/**
 * PostgreSQL refuses to run as root. So as root its server gets an unprivileged account: the one that owns the
 * database already, else one of the system's. Undefined when we are not root.
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of candidates) {
    const user = await lookUp(name)
    if (user) return user
  }
  throw new StartFailure(
    `PostgreSQL does not run as root, and this system has none of the accounts ${candidates.join(', ')} to run it as. Start as an ordinary user, or set DATABASE_URL.`,
  )
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Whether that account gets to `path` through all folders above it, and may enter or run it. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  try {
    await run('test', ['-x', path], { ...user, cwd: '/' })
    return true
  } catch {
    return false
  }
}
