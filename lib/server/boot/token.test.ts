import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { installationToken } from './token'

async function dataFolder(): Promise<string> {
  vi.stubEnv('PASTTENSE_TOKEN', '')
  const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-token-'))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })
  return folder
}

it('is made once, and nobody but its owner may read it', async () => {
  const folder = await dataFolder()
  const [one, other] = await Promise.all([installationToken(folder), installationToken(folder)])
  const file = path.join(folder, 'token')
  expect((await readFile(file, 'utf8')).trim()).toBe(await installationToken(folder))
  expect(one.length).toBeGreaterThanOrEqual(43)
  expect(other).toBe(one)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('of the environment goes before the file', async () => {
  const folder = await dataFolder()
  vi.stubEnv('PASTTENSE_TOKEN', 'mine')
  expect(await installationToken(folder)).toBe('mine')
})
