import type { ComparingThread } from './comparing-thread'

const key = Symbol.for('pasttense.comparing-thread')
// The server's own modules start it; those of the bundle ask it, and hold nothing of what begins a thread.
const globals = globalThis as { [key]?: ComparingThread }

/** From now on large schemas are compared on this thread; undefined: on the one that asks. */
export function compareOn(thread: ComparingThread | undefined): void {
  globals[key] = thread
}

export const currentThread = (): ComparingThread | undefined => globals[key]
