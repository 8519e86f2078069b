import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { loadDemo } from '@/cli/demo/load-demo'
import type { Database } from './database'

interface FirstStart {
  readonly database: Database
  readonly folder: string
  readonly origin: string
  readonly token: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * Loads the demo company into an embedded database that is empty, or in which an earlier loading broke off; never into
 * somebody's `DATABASE_URL`. Returns when the company stands; its past is filled in the background.
 */
export async function loadDemoOnFirstStart(start: FirstStart): Promise<void> {
  if (!start.database.embedded) return
  const marker = path.join(start.folder, 'demo')
  const state = (await readFile(marker, 'utf8').catch(() => '')).trim()
  if (state === 'loaded') return
  if (state !== 'loading' && !(await isEmpty(start.database.ownerUrl))) return
  await writeFile(marker, 'loading\n')
  start.say('Loading the demo company …')
  const { origin, token, signal, say } = start
  try {
    const { history } = await loadDemo({ origin, token, signal, onProgress: (line) => say(`  ${line}`) })
    history.then(
      () => writeFile(marker, 'loaded\n'),
      (error: unknown) => report(start, error),
    )
  } catch (error) {
    report(start, error)
  }
}

function report({ say, signal }: FirstStart, error: unknown): void {
  if (signal.aborted) return
  say(`The demo company is not complete: ${(error as Error).message} The next start goes on with it.`)
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query('SELECT FROM event_type LIMIT 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
