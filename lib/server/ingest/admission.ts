/** Bodies held at the same time; with what is made of them, a process stays within some hundred megabytes. */
export const MAX_BYTES_IN_FLIGHT = 40 * 1024 * 1024
/** A request costs this much, however small its body: a small body can hold thousands of messages. */
const LEAST_BYTES = 64 * 1024

/** Bounds what is received at the same time, by bytes, before a body is read. */
export class Admission {
  private inFlight = 0

  constructor(private readonly limit = MAX_BYTES_IN_FLIGHT) {}

  /** Lets a body in, and answers how to let go of it; null where there is no room. An empty house takes any body. */
  admit(bytes: number): (() => void) | null {
    const size = Math.max(bytes, LEAST_BYTES)
    if (this.inFlight > 0 && this.inFlight + size > this.limit) return null
    this.inFlight += size
    let held = true
    return () => {
      if (held) this.inFlight -= size
      held = false
    }
  }
}
