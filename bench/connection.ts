import { connect, type Socket } from 'node:net'

const HEAD_END = '\r\n\r\n'

interface Waiting {
  resolve: (answer: { status: number; body: string }) => void
  fail: (error: Error) => void
}

/**
 * One connection that asks one thing after another, HTTP/1.1 as far as our own server speaks it: every answer says how
 * long it is. Client and server share the cores that are measured, and node's own client takes four times as much.
 */
export class Connection {
  private readonly socket: Socket
  private readonly host: string
  private waiting: Waiting | null = null
  private chunks: Buffer[] = []
  private received = 0
  /** Bytes of the answer under way, its head included; unknown until the head is there. */
  private expected = Number.POSITIVE_INFINITY
  private bodyStart = 0
  private status = 0

  constructor(origin: string) {
    const { hostname, port, host } = new URL(origin)
    this.host = host
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.socket.on('data', (chunk) => this.take(chunk))
    this.socket.on('error', (error) => this.fail(error))
    this.socket.on('close', () => this.fail(new Error('The server closed the connection.')))
    this.socket.unref()
  }

  get isOpen(): boolean {
    return !this.socket.destroyed
  }

  /** @param headers lines of the head, without their ends */
  ask(method: string, address: string, headers: readonly string[], body: Buffer | null) {
    if (this.waiting) throw new Error('This connection waits for an answer.')
    const length = body ? [`content-length: ${body.length}`] : []
    const lines = [`${method} ${address} HTTP/1.1`, `host: ${this.host}`, ...headers, ...length]
    return new Promise<{ status: number; body: string }>((resolve, fail) => {
      this.waiting = { resolve, fail }
      this.socket.ref()
      const head = Buffer.from(lines.join('\r\n') + HEAD_END)
      this.socket.write(body ? Buffer.concat([head, body]) : head)
    })
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk)
    this.received += chunk.length
    if (this.expected === Number.POSITIVE_INFINITY) this.readHead()
    if (this.received < this.expected || !this.waiting) return
    const body = Buffer.concat(this.chunks).subarray(this.bodyStart, this.expected).toString()
    const { resolve } = this.waiting
    const { status } = this
    this.waiting = null
    this.chunks = []
    this.received = 0
    this.expected = Number.POSITIVE_INFINITY
    this.socket.unref()
    resolve({ status, body })
  }

  private readHead(): void {
    const text = Buffer.concat(this.chunks).toString('latin1')
    const end = text.indexOf(HEAD_END)
    if (end === -1) return
    const head = text.slice(0, end)
    const length = /^content-length: (\d+)$/im.exec(head)?.[1]
    if (length === undefined)
      return this.fail(new Error(`An answer of unknown length: ${head.slice(0, 200)}`))
    this.status = Number(head.slice(9, 12))
    this.bodyStart = end + HEAD_END.length
    this.expected = this.bodyStart + Number(length)
  }

  private fail(error: Error): void {
    this.waiting?.fail(error)
    this.waiting = null
    this.socket.destroy()
  }
}
