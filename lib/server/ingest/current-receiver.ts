import 'server-only'
import { Receiver } from './receiver'

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.receiver')
const globals = globalThis as { [key]?: { url: string; receiver: Receiver } | undefined }

/** The receiver of this process, on the database of `DATABASE_URL`. */
export function currentReceiver(): Receiver {
  const url = process.env.DATABASE_URL
  if (url === undefined)
    throw new Error('DATABASE_URL is not set: the server starts through `npm start`, which sets it.')
  const known = globals[key]
  if (known?.url === url) return known.receiver
  void known?.receiver.close()
  const receiver = new Receiver({ connectionString: url })
  globals[key] = { url, receiver }
  void receiver.maintain().catch(() => undefined)
  return receiver
}

/** Closes its connections, for tests and for a clean end. */
export async function closeReceiver(): Promise<void> {
  const known = globals[key]
  globals[key] = undefined
  await known?.receiver.close()
}
