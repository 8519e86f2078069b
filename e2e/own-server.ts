import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'

/** A server of its own, beside the one of the stories. */
export interface Run {
  readonly child: ChildProcess
  /** Everything it printed so far. */
  readonly output: () => string
  readonly code: Promise<number | null>
}

/** `npm start -- --empty`. */
export function start(environment: Record<string, string>): Run {
  const env = { ...process.env, DATABASE_URL: '', ...environment }
  const child = spawn(process.execPath, ['scripts/start.mjs', '--empty'], { env })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output, code: once(child, 'exit').then(([code]) => code as number | null) }
}

/** Where it serves, once it does. */
export async function address(run: Run): Promise<string> {
  await expect.poll(run.output, { timeout: 60_000 }).toContain('serves at')
  return /serves at (\S+)/.exec(run.output())?.[1] ?? ''
}
