import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, rename, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import type { DataFolder } from './data-folder'
import { serverEnvironment } from './server-user'
import { serverSettings, type Machine } from './settings'

const run = promisify(execFile)

/** What PostgreSQL says about itself in postmaster.pid. The file is its lock: we read it and never delete it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Where its log began when we launched it; undefined for one we found. */
  readonly logStart?: number
  readonly child?: ChildProcess
}

/**
 * The server that runs on this folder, whoever started it; undefined when there is none or it has not said its port.
 * A lock that names another program (the number was given anew after a reboot) is left for PostgreSQL to judge.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && (await isAlive(pid)) && (await isPostgres(pid)) ? { pid, port } : undefined
}

/**
 * Starts a server on `port` in a process group of its own: a terminal's Ctrl-C reaches our whole group, and the
 * database must go last. Outlives us when we are killed.
 */
export async function launchPostmaster(
  folder: DataFolder,
  binaries: Binaries,
  port: number,
  settings: Record<string, string> = {},
): Promise<Postmaster> {
  const log = await openLog(folder.log)
  const machine = await machineOf(folder.cluster)
  const options = Object.entries({ ...serverSettings(port, machine), ...settings }).flatMap(
    ([key, value]) => ['-c', `${key}=${value}`],
  )
  const child = spawn(binaries.postgres, ['-D', folder.cluster, ...options], {
    ...folder.user,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log.handle.fd, log.handle.fd],
  })
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
  await log.handle.close()
  child.unref()
  return { pid: child.pid ?? 0, port, logStart: log.size, child }
}

async function machineOf(folder: string): Promise<Machine> {
  const { bavail, bsize } = await statfs(folder)
  // A container's limit; without one, 0 or more than there is.
  const limit = process.constrainedMemory()
  return { memory: limit > 0 ? Math.min(limit, totalmem()) : totalmem(), freeDisk: bavail * bsize }
}

const LOG_LIMIT = 10 * 1024 * 1024

async function openLog(file: string) {
  const before = await stat(file).catch(() => undefined)
  if (before && before.size > LOG_LIMIT) await rename(file, `${file}.1`)
  const handle = await open(file, 'a', 0o600)
  return { handle, size: (await handle.stat()).size }
}

/** What the server wrote since it was launched. */
export async function readLog(folder: DataFolder, postmaster: Postmaster): Promise<string> {
  const log = await readFile(folder.log).catch(() => Buffer.alloc(0))
  return log.subarray(postmaster.logStart ?? Math.max(0, log.length - 4096)).toString('utf8')
}

/** False for a process that is gone, and for a dead one that nobody has buried. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/^\d+ \(.*\) [ZX]/.test(status)
}

/** True also where the system does not tell. */
async function isPostgres(pid: number): Promise<boolean> {
  const name =
    (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)) ??
    (await run('ps', ['-p', String(pid), '-o', 'comm=']).then(
      ({ stdout }) => stdout,
      () => undefined,
    ))
  return name === undefined || /postgres|postmaster/.test(name)
}

export type StopMode = 'fast' | 'immediate'

/**
 * SIGINT ends all sessions and writes everything out. SIGTERM would wait for every client; SIGQUIT drops everything
 * at once and leaves the next start to replay the log, so nothing acknowledged is lost either way.
 */
export async function stopPostmaster(postmaster: Postmaster, mode: StopMode): Promise<void> {
  try {
    process.kill(postmaster.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  } catch {
    return
  }
  const deadline = Date.now() + (mode === 'fast' ? 60_000 : 10_000)
  while (await isAlive(postmaster.pid)) {
    if (Date.now() > deadline) {
      if (mode === 'fast') await stopPostmaster(postmaster, 'immediate')
      return
    }
    await wait(25)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
