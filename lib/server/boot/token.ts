import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The installation's token, for its administrator: `PASTTENSE_TOKEN`, else the file `token` in the data folder. */
export const installationToken = (folder: string) => keptSecret(folder, 'token', process.env.PASTTENSE_TOKEN)

/**
 * What sessions' cookies are signed with: `PASTTENSE_SECRET`, else the file `secret` in the data folder. Not in the
 * database, so that whoever reads a copy of that can make no session of it. Processes behind one address share it.
 */
export const signingSecret = (folder: string) => keptSecret(folder, 'secret', process.env.PASTTENSE_SECRET)

/** A random text that is made at the first start, and which nobody but its owner may read. */
async function keptSecret(folder: string, name: string, given: string | undefined): Promise<string> {
  if (given) return given
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, name)
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
