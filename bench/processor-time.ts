import { readdirSync, readFileSync } from 'node:fs'

/** What `utime` and `stime` in /proc count in. */
const TICK_MS = 10

/**
 * Processor time in milliseconds that a process and its living children have used so far. Where other work makes a
 * machine slow, this moves far less than the clock. 0 where there is no /proc.
 */
export function processorTime(pid: number): number {
  let sum = 0
  for (const entry of processes()) {
    const fields = stat(entry)
    if (fields && (entry === pid || fields.parent === pid)) sum += fields.ms
  }
  return sum
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

/** Fields after the command's name, which may hold spaces; see proc_pid_stat(5). */
function stat(pid: number): { parent: number; ms: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
  } catch {
    return null
  }
}
