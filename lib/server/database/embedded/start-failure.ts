/** Why the database cannot start, in sentences for the person who typed the command; they need no stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

const fullDisk = /No space left on device|Disk quota exceeded|File too large/

/** @param output what initdb or the server wrote before it gave up. */
export function explainFailure(folder: string, output: string): StartFailure {
  if (fullDisk.test(output)) {
    return new StartFailure(
      `The disk that holds ${folder} is full, so PostgreSQL cannot start. Free some space and start again; what was acknowledged is kept.`,
    )
  }
  const tail = output.trim().split('\n').slice(-8).join('\n')
  return new StartFailure(`PostgreSQL did not start on ${folder}. Its last words:\n${tail}`)
}
