import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The installation's token: `PASTTENSE_TOKEN`, else the file `token` in the data folder, which is made at the first
 * start and which nobody but its owner may read.
 */
export async function installationToken(folder: string): Promise<string> {
  if (process.env.PASTTENSE_TOKEN) return process.env.PASTTENSE_TOKEN
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'token')
  const token = randomBytes(32).toString('base64url')
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, `${token}\n`, { mode: 0o600 })
  try {
    // Whole or not at all: another process may read it at this moment.
    await link(fresh, file)
    return token
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await chmod(file, 0o600)
    return (await readFile(file, 'utf8')).trim()
  } finally {
    await unlink(fresh)
  }
}
