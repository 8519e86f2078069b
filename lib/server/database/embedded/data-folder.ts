import { createHash } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { canReach, chooseServerUser, type ServerUser } from './server-user'
import { StartFailure } from './start-failure'

/** Where PostgreSQL keeps what is its own. */
export interface DataFolder {
  readonly root: string
  /** PostgreSQL's own data directory: 0700, of the account that the server runs as. */
  readonly cluster: string
  readonly log: string
  readonly lease: string
  readonly user: ServerUser | undefined
}

/**
 * Makes the folder for everything that must outlive a run. As root the database may lie elsewhere: an unprivileged
 * server cannot reach a folder below, say, /root, and then its data is under /var/lib/pasttense, one folder for each
 * wanted place.
 */
export async function openDataFolder(wanted: string): Promise<DataFolder> {
  const here = await layout(wanted)
  if (!here.user) {
    await makeFolder(wanted, 0o700)
    return here
  }
  if (await canReach(here.user, await nearestFolder(path.dirname(wanted)))) {
    // The server's account must pass through, and read nothing: secrets in it are 0600.
    await makeFolder(wanted, 0o711)
    return here
  }
  await makeFolder(wanted, 0o700)
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const moved = path.join('/var/lib/pasttense', name)
  await makeFolder(moved, 0o711)
  return layout(moved)
}

async function layout(root: string): Promise<DataFolder> {
  const cluster = path.join(root, 'postgres')
  return {
    root,
    cluster,
    log: path.join(root, 'postgres.log'),
    lease: path.join(root, 'lease.json'),
    user: await chooseServerUser(cluster),
  }
}

async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: mode | 0o011 })
    await chmod(folder, mode)
  } catch (error) {
    throw new StartFailure(
      `The data folder ${folder} cannot be used: ${(error as Error).message}. It may belong to another user; PASTTENSE_DATA names another place.`,
    )
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  )
  return exists || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder))
}
