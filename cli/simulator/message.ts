import type { AccidentName } from './accidents'

/** One thing a producer sends, and when. */
export interface Message {
  /** Its event id; for a broken envelope the one it should have had. */
  readonly id: string
  readonly type: string
  /** Milliseconds since 1970. */
  readonly sentAt: number
  /** JSON text of the envelope, without an end of line; a broken one may be no JSON. */
  readonly text: string
  readonly accident: AccidentName | null
}

/**
 * The line as it is sent. An import says when the event was received, beside `meta`; live, the server's clock does.
 * The text is cut open rather than parsed: a broken message has to stay as broken as it is.
 */
export function lineOf({ text, sentAt }: Message, mode: 'live' | 'import'): string {
  if (mode === 'live' || !text.startsWith('{')) return text
  return `{"received_at":"${new Date(sentAt).toISOString()}",${text.slice(1)}`
}

export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
