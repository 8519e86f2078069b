import { statfs } from 'node:fs/promises'

/** Why the database cannot start, in sentences for the person who typed the command; they need no stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

const fullDisk = /No space left on device|Disk quota exceeded|File too large/

/** PostgreSQL needs more than this to say anything at all: its log may lie on the disk that is full. */
const LEAST_FREE_BYTES = 1024 * 1024

/** @param output what initdb or the server wrote before it gave up. */
export async function explainFailure(folder: string, output: string): Promise<StartFailure> {
  const disk = await statfs(folder).catch(() => undefined)
  if (fullDisk.test(output) || (disk && disk.bavail * disk.bsize < LEAST_FREE_BYTES)) {
    return new StartFailure(
      `The disk that holds ${folder} is full, so PostgreSQL cannot start. Free some space and start again; what was acknowledged is kept.`,
    )
  }
  const tail = output.trim().split('\n').slice(-8).join('\n')
  return new StartFailure(`PostgreSQL did not start on ${folder}. Its last words:\n${tail}`)
}
