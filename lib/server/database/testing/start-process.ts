import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** What serve-folder.ts says about itself. */
export interface Told {
  readonly pid?: number
  readonly ownerUrl?: string
  readonly folder?: string
  readonly elsewhere?: string
  readonly failure?: string
}

export interface Started {
  readonly child: ChildProcess
  readonly told: Told
}

/** Runs a file of this folder in a process of its own, until it has said one line of JSON. */
export async function startProcess(file: string, ...args: string[]): Promise<Started> {
  const program = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, told: JSON.parse(line) as Told }
  }
  throw new Error(`${file} said nothing`)
}

/** Sends the signal and waits until the process is gone. */
export async function endProcess({ child }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
