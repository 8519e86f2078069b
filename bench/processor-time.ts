import { readdirSync, readFileSync } from 'node:fs'

/** What `utime` and `stime` in /proc count in. */
const TICK_MS = 10

/**
 * Processor time in milliseconds that a process and its children have used so far, ended ones included. Where other work
 * makes a machine slow, this moves far less than the clock. 0 where there is no /proc.
 */
export function processorTime(pid: number): number {
  let sum = 0
  for (const entry of processes()) {
    const fields = stat(entry)
    if (fields?.parent === pid) sum += fields.own
    if (fields && entry === pid) sum += fields.own + fields.ended
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
function stat(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = (at: number) => (Number(fields[at]) + Number(fields[at + 1])) * TICK_MS
    return { parent: Number(fields[1]), own: ticks(11), ended: ticks(13) }
  } catch {
    return null
  }
}
