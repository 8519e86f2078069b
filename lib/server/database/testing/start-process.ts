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
export function startProcess(file: string, ...args: string[]): Promise<Started> {
  return listen(process.execPath, ['--import', 'tsx', programPath(file), ...args])
}

/** The same where no file may grow beyond some kilobytes: what a full disk is to a program, without a disk to fill. */
export function startWithSmallFiles(file: string, ...args: string[]): Promise<Started> {
  const limited = 'ulimit -f 512 && exec "$0" --import tsx "$@"'
  return listen('sh', ['-c', limited, process.execPath, programPath(file), ...args])
}

const programPath = (file: string) => fileURLToPath(new URL(file, import.meta.url))

async function listen(command: string, args: string[]): Promise<Started> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, told: JSON.parse(line) as Told }
  }
  throw new Error(`${args.join(' ')} said nothing`)
}

/** Sends the signal and waits until the process is gone. */
export async function endProcess({ child }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
