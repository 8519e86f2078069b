import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { address, start } from './own-server'

test.describe('npm start', () => {
  // One after the other on one folder: a database is made once.
  test.describe.configure({ mode: 'default' })
  let data: string

  test.beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'pasttense-commands-'))
  })

  test.afterAll(() => rm(data, { recursive: true, force: true }))

  test('beside a running one prints its address and ends well', async () => {
    const { PASTTENSE_E2E_DATA = '', PASTTENSE_URL = '' } = process.env
    const second = start({ PASTTENSE_DATA: PASTTENSE_E2E_DATA, PORT: '0' })
    expect(await second.code).toBe(0)
    expect(second.output()).toContain(`already runs on this data: ${PASTTENSE_URL}`)
  })

  test('on a port that is taken says so and leaves nothing running', async () => {
    const port = new URL(process.env.PASTTENSE_URL ?? '').port
    const second = start({ PASTTENSE_DATA: data, PORT: port })
    expect(await second.code).toBe(1)
    expect(second.output()).toContain(`Port ${port} on 127.0.0.1 is taken`)
    // Had the database outlived it, its lock would still be there.
    await expect(rm(path.join(data, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  test('goes on where nobody reads what it prints, and ends with its database when asked', async () => {
    const run = start({ PASTTENSE_DATA: data, PORT: '0' })
    const url = await address(run)
    run.child.stdout?.destroy()
    run.child.stderr?.destroy()
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200)
    run.child.kill('SIGINT')
    expect(await run.code).toBe(0)
    await expect(rm(path.join(data, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT')
  })

  test('is stopped at once by a second Ctrl-C', async () => {
    const run = start({ PASTTENSE_DATA: data, PORT: '0' })
    const url = await address(run)
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200)
    run.child.kill('SIGINT')
    await expect.poll(run.output).toContain('Stopping')
    run.child.kill('SIGINT')
    expect([0, 130]).toContain(await run.code)
  })
})
