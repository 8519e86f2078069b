import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const TOKEN = 'bench-token-of-this-run'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATIENCE_MS = 15 * 60_000

export interface BenchServer {
  origin: string
  pid: number
  /** Highest resident memory seen since it was last asked for, in MB. */
  peakMemory: () => number
  stop: () => Promise<void>
}

/** Starts the built application as `npm start` does, on a database that is there. */
export async function startServer(environment: Record<string, string>): Promise<BenchServer> {
  const child = spawn(process.execPath, [...startArguments(), '--empty'], {
    cwd: ROOT,
    env: { ...process.env, ...environment, PASTTENSE_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await address(child)
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid!))
  }, 250)
  return {
    origin,
    pid: child.pid!,
    peakMemory: () => {
      const seen = Math.max(peak, residentMegabytes(child.pid!))
      peak = 0
      return seen
    },
    stop: async () => {
      clearInterval(timer)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What `npm start` gives to node; npm itself would stand between us and the process that is measured. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1)
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, fail) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      process.stderr.write(`  ${line}\n`)
      const origin = /serves at (http\S+)/.exec(line)?.[1]
      if (origin) resolve(origin)
    })
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}.`)))
    setTimeout(() => fail(new Error('The server did not start.')), PATIENCE_MS).unref()
  })
}

function residentMegabytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
