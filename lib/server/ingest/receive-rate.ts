interface Rate {
  second: number
  count: number
  before: number
  total: number
}

const key = Symbol.for('pasttense.receive-rate')
const globals = globalThis as { [key]?: Rate }

function rate(now: number): Rate {
  const second = Math.floor(now / 1000)
  const state = (globals[key] ??= { second, count: 0, before: 0, total: 0 })
  if (state.second !== second) {
    state.before = state.second === second - 1 ? state.count : 0
    state.second = second
    state.count = 0
  }
  return state
}

/** Counts events that were just received by this process. */
export function countReceived(events: number, now = Date.now()): void {
  const state = rate(now)
  state.count += events
  state.total += events
}

/** Events this process has received since it began. */
export function receivedInAll(): number {
  return rate(Date.now()).total
}

/** Events this process received in the last full second. */
export function receiveRate(now = Date.now()): number {
  return rate(now).before
}
