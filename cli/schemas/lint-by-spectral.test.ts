import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UsageError } from '../usage-error'
import { lintBySpectral } from './lint-by-spectral'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pasttense-spectral-'))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

/** A program of that name which says what Spectral 6 says on the command line. */
async function spectral(script: string): Promise<void> {
  const bin = path.join(folder, 'node_modules', '.bin')
  await mkdir(bin, { recursive: true })
  await writeFile(path.join(bin, 'spectral'), `#!/bin/sh\n${script}\n`)
  await chmod(path.join(bin, 'spectral'), 0o755)
}

const finding = {
  code: 'title-wanted',
  path: ['properties', 'a/b', 'items', 0],
  message: 'Give it a title.',
  severity: 1,
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
  source: 'x.json',
}

test('findings of the ruleset stand beside ours, with their own ids', async () => {
  await spectral(`echo '${JSON.stringify([finding, { ...finding, severity: 0, path: [] }])}'; exit 1`)
  expect(await lintBySpectral('CardExpired.json', 'house.yaml')).toEqual([
    {
      rule: 'spectral:title-wanted',
      severity: 'warning',
      path: '/properties/a~1b/items/0',
      message: 'Give it a title',
    },
    { rule: 'spectral:title-wanted', severity: 'error', path: '', message: 'Give it a title' },
  ])
})

test('a ruleset that finds nothing, and one that cannot be read', async () => {
  await spectral(`echo '[]'`)
  expect(await lintBySpectral('a.json', 'house.yaml')).toEqual([])
  await spectral(`echo 'Could not read ruleset' >&2; exit 2`)
  await expect(lintBySpectral('a.json', 'house.yaml')).rejects.toThrow('Could not read ruleset')
})

test('says how to install it where it is not there, and takes files only', async () => {
  vi.stubEnv('PATH', folder)
  await expect(lintBySpectral('a.json', 'house.yaml')).rejects.toThrow(
    /npm install --save-dev @stoplight\/spectral-cli/,
  )
  vi.unstubAllEnvs()
  await expect(lintBySpectral('-', 'house.yaml')).rejects.toBeInstanceOf(UsageError)
})
