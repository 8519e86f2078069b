import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endProcess, startProcess, type Started } from '../testing/start-process'
import { isAlive } from './postmaster'

const run = promisify(execFile)

describe('the embedded PostgreSQL', () => {
  let folder: string
  let started: Started[]
  const start = async (address = 'http://127.0.0.1:1', data = folder) => {
    const process = await startProcess('./serve-folder.ts', data, address)
    started.push(process)
    return process
  }
  beforeEach(async () => {
    started = []
    folder = await mkdtemp(path.join(tmpdir(), 'pasttense supervisor '))
    await chmod(folder, 0o711)
  })
  afterEach(async () => {
    for (const one of started) await endProcess(one)
    await rm(folder, { recursive: true, force: true })
  })

  it('is adopted with all its rows after its parent was killed', async () => {
    const first = await start()
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS n')
    await endProcess(first, 'SIGKILL')
    expect(await isAlive(first.told.pid!)).toBe(true)
    const second = await start()
    expect(second.told.pid).toBe(first.told.pid)
    expect(await query(second, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
  })

  it('goes with the process that serves it', async () => {
    const first = await start()
    await endProcess(first)
    expect(await isAlive(first.told.pid!)).toBe(false)
    expect(first.child.exitCode).toBe(0)
  })

  it('runs in a process group of its own, which Ctrl-C in a terminal does not reach', async () => {
    const { told } = await start()
    const group = async (pid: number) => (await run('ps', ['-o', 'pgid=', '-p', String(pid)])).stdout.trim()
    expect(await group(told.pid!)).toBe(String(told.pid))
    expect(await group(process.pid)).not.toBe(String(told.pid))
  })

  it('tells a second start where the first one serves, and stays as it is', async () => {
    const first = await start('http://127.0.0.1:4711')
    const second = await start('http://127.0.0.1:4712')
    expect(second.told).toEqual({ elsewhere: 'http://127.0.0.1:4711' })
    expect(await query(first, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  it('is started once by two processes that begin together on a new folder', async () => {
    const both = await Promise.all([start('http://127.0.0.1:4711'), start('http://127.0.0.1:4711')])
    const told = both.map((one) => one.told)
    expect(told.filter((one) => one.pid !== undefined)).toHaveLength(1)
    expect(told.filter((one) => one.elsewhere === 'http://127.0.0.1:4711')).toHaveLength(1)
  })

  it('comes back at the same address when it was killed itself', async () => {
    const { told } = await start()
    process.kill(told.pid!, 'SIGKILL')
    await expect.poll(() => canQuery(told.ownerUrl!), { timeout: 30_000, interval: 100 }).toBe(true)
    const lock = await readFile(path.join(told.folder!, 'postgres/postmaster.pid'), 'utf8')
    expect(lock.split('\n')[0]).not.toBe(String(told.pid))
  })

  it('goes with the process that serves it also while it comes back', async () => {
    const first = await start()
    const lock = path.join(first.told.folder!, 'postgres/postmaster.pid')
    const holder = async () => Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
    process.kill(first.told.pid!, 'SIGKILL')
    await expect.poll(holder, { timeout: 30_000, interval: 2 }).not.toBeOneOf([first.told.pid, 0])
    const next = await holder()
    await endProcess(first)
    expect(await isAlive(next)).toBe(false)
  })

  it('is not started on the data of another major version, which stays untouched', async () => {
    const first = await start()
    await endProcess(first)
    const version = path.join(folder, 'postgres/PG_VERSION')
    await writeFile(version, '17\n')
    const control = await stat(path.join(folder, 'postgres/global/pg_control'))
    const { told } = await start()
    expect(told.failure).toContain('was written by PostgreSQL 17')
    expect(await readFile(version, 'utf8')).toBe('17\n')
    expect((await stat(path.join(folder, 'postgres/global/pg_control'))).mtimeMs).toBe(control.mtimeMs)
  })

  it('never deletes a lock that names a running process; PostgreSQL itself judges it', async () => {
    const first = await start()
    await endProcess(first)
    const lock = path.join(folder, 'postgres/postmaster.pid')
    await writeFile(lock, `${process.pid}\n${path.dirname(lock)}\n1\n1\n\n127.0.0.1\n\nready\n`)
    const { told } = await start()
    // PostgreSQL takes over a lock that names a process of another account: as root its account differs from ours.
    if (process.getuid?.() === 0) expect(told.pid).toBeGreaterThan(0)
    else {
      expect(told.failure).toContain('already exists')
      expect(await readFile(lock, 'utf8')).toContain(String(process.pid))
    }
  })

  it('keeps its files to its own account', async () => {
    const { told } = await start()
    const cluster = await stat(path.join(told.folder!, 'postgres'))
    expect(cluster.mode & 0o777).toBe(0o700)
    const { stdout } = await run('ps', ['-o', 'uid=', '-p', String(told.pid)])
    expect(Number(stdout)).toBe(cluster.uid)
    expect(cluster.uid).not.toBe(0)
    const stranger = told.ownerUrl!.replace(/:[0-9a-f]{48}@/, ':wrong@')
    expect(await canQuery(stranger)).toBe(false)
  })

  it.runIf(process.getuid?.() === 0)(
    'lies elsewhere as root, where its account cannot reach the folder',
    async () => {
      await chmod(folder, 0o700)
      const { told } = await start(undefined, path.join(folder, 'data'))
      expect(told.folder).toMatch(/^\/var\/lib\/pasttense\//)
      await endProcess(started[0]!)
      await rm(told.folder!, { recursive: true })
    },
  )
})

async function query({ told }: Started, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: told.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function canQuery(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
