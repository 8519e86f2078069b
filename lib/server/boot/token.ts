import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
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
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(`${token}\n`)
    await handle.close()
    return token
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await chmod(file, 0o600)
    return (await readFile(file, 'utf8')).trim()
  }
}
