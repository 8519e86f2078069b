import 'server-only'

/** Something that is done in the background again and again. */
export interface Work {
  /** As the log names it, such as `Sending mail`. */
  readonly does: string
  readonly everyMs: number
  readonly run: () => Promise<unknown>
}

/** Begins to do each work, each at its own pace. @returns ends it, when what is under way is done */
export function repeatWork(work: readonly Work[]): () => Promise<void> {
  const stopping = new AbortController()
  const loops = work.map(async ({ does, everyMs, run }) => {
    let isFailing = false
    while (!stopping.signal.aborted) {
      try {
        await run()
        isFailing = false
      } catch (error) {
        // The database may be away for a while. Said once, and not every second.
        if (!isFailing) console.error(`${does} failed, and is tried again:`, error)
        isFailing = true
      }
      await pause(everyMs, stopping.signal)
    }
  })
  return async () => {
    stopping.abort()
    await Promise.all(loops)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
