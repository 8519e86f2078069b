import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** Of two copies of this file in two bundles one would not see what the other began. */
const key = Symbol.for('pasttense.call-under-way')
const holder = globalThis as { [key]?: AsyncLocalStorage<string> }
const calls = (holder[key] ??= new AsyncLocalStorage())

/** Answers a call of better-auth. What it writes while it does may ask which one it is: `/sign-in/email`. */
export function duringCall<T>(path: string, work: () => Promise<T>): Promise<T> {
  return calls.run(path, work)
}

export const callUnderWay = (): string => calls.getStore() ?? ''
