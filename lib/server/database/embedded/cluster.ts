import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import type { DataFolder } from './data-folder'
import { serverEnvironment } from './server-user'
import { explainFailure, StartFailure } from './start-failure'

const run = promisify(execFile)

export const OWNER_ROLE = 'pasttense'
export const APP_ROLE = 'pasttense_app'

export interface Passwords {
  readonly owner: string
  readonly app: string
}

/** Makes PostgreSQL's data directory where there is none, and gives the passwords that it was made with. */
export async function openCluster(folder: DataFolder, binaries: Binaries): Promise<Passwords> {
  const found = await readVersion(folder.cluster)
  if (found === undefined) await createCluster(folder, binaries)
  else if (found !== binaries.major) {
    throw new StartFailure(
      `${folder.cluster} was written by PostgreSQL ${found}, and this Pasttense brings PostgreSQL ${binaries.major}, which cannot read it. Nothing was touched. Start the Pasttense that wrote it, or name another folder in PASTTENSE_DATA.`,
    )
  }
  return JSON.parse(await readFile(passwordFile(folder.cluster), 'utf8')) as Passwords
}

/** Beside PostgreSQL's own files: so it comes and goes with them, and nobody else may read it. */
const passwordFile = (cluster: string) => path.join(cluster, 'pasttense.json')

async function readVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartFailure(`${cluster} cannot be read: ${(error as Error).message}.`)
  }
}

/** Made aside and moved into place whole: two processes may start at once, and one may die on the way. */
async function createCluster(folder: DataFolder, binaries: Binaries): Promise<void> {
  const workshop = await mkdtemp(path.join(folder.root, 'new-'))
  const fresh = path.join(workshop, 'postgres')
  const passwords: Passwords = { owner: secret(), app: secret() }
  try {
    const handOver = async (file: string) => {
      if (folder.user) await chown(file, folder.user.uid, folder.user.gid)
    }
    await handOver(workshop)
    const passwordInput = path.join(workshop, 'password')
    await writeFile(passwordInput, passwords.owner, { mode: 0o600 })
    await handOver(passwordInput)
    await initdb(folder, binaries, fresh, passwordInput)
    await writeFile(passwordFile(fresh), JSON.stringify(passwords), { mode: 0o600 })
    await handOver(passwordFile(fresh))
    await rename(fresh, folder.cluster).catch(async (error: Error) => {
      if ((await readVersion(folder.cluster)) === undefined) throw error
    })
  } catch (error) {
    throw error instanceof StartFailure ? error : await explainFailure(folder.root, String(error))
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function initdb(folder: DataFolder, binaries: Binaries, target: string, passwordInput: string) {
  await mkdir(target, { mode: 0o700 })
  if (folder.user) await chown(target, folder.user.uid, folder.user.gid)
  const options = [
    '--pgdata',
    target,
    '--username',
    OWNER_ROLE,
    '--pwfile',
    passwordInput,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting by code point is the same on every system and version.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  await run(binaries.initdb, options, { ...folder.user, cwd: '/', env: serverEnvironment }).catch(
    async (error: { stdout?: string; stderr?: string; message: string }) => {
      throw await explainFailure(folder.root, `${error.stdout ?? ''}\n${error.stderr ?? error.message}`)
    },
  )
}

const secret = () => randomBytes(24).toString('hex')
