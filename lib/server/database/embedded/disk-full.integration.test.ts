import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endProcess, startProcess, startWithSmallFiles } from '../testing/start-process'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

/** A small disk needs root; without it a limit on the size of a file is the nearest thing (see the last test). */
describe.runIf(isRoot)('on a full disk', () => {
  let disk: string
  const mount = (megabytes: number) =>
    run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', disk])
  beforeEach(async () => {
    disk = await mkdtemp(path.join(tmpdir(), 'pasttense-disk-'))
    await chmod(disk, 0o711)
  })
  afterEach(async () => {
    await run('umount', [disk])
    await rm(disk, { recursive: true })
  })

  it('a first start says so and leaves nothing behind', async () => {
    await mount(10)
    const { told } = await startProcess('./serve-folder.ts', disk, 'http://127.0.0.1:1')
    expect(told.failure).toContain('is full')
    expect(await readdir(disk)).toEqual([])
  })

  it('a later start says so, and goes on with all its rows once there is space', async () => {
    await mount(120)
    const first = await startProcess('./serve-folder.ts', disk, 'http://127.0.0.1:1')
    await select(first.told.ownerUrl!, 'CREATE TABLE kept AS SELECT 42 AS n')
    await endProcess(first)
    const filler = path.join(disk, 'filler')
    await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']).catch((error: Error) => {
      expect(error.message).toContain('No space left')
    })
    const second = await startProcess('./serve-folder.ts', disk, 'http://127.0.0.1:1')
    expect(second.told.failure).toContain('is full')
    await rm(filler)
    const third = await startProcess('./serve-folder.ts', disk, 'http://127.0.0.1:1')
    try {
      expect(await select(third.told.ownerUrl!, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
    } finally {
      await endProcess(third)
    }
  })
})

describe('without room for a file', () => {
  it('a first start says that the disk is full', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-disk-'))
    await chmod(folder, 0o711)
    try {
      const { told } = await startWithSmallFiles('./serve-folder.ts', folder, 'http://127.0.0.1:1')
      expect(told.failure).toContain('is full')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

async function select(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
