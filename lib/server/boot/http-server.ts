import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { isIP, type AddressInfo } from 'node:net'
import { PEER_HEADER, SCHEME_HEADER } from '../../domain/policy/socket-headers'
import { isTrusted, lastUntrusted, readTrustedProxies, type TrustedProxies } from './trusted-proxies'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A start that cannot go on, in a sentence for the person who typed the command. */
export class AddressFailure extends Error {
  override readonly name = 'AddressFailure'
}

/** How long requests under way may take when the server stops. */
const DRAIN_MS = 5_000

/** The socket that the world sees. It listens at once, so that a taken port is known early, and answers 503 until `serve`. */
export class HttpServer {
  private handler: RequestHandler = notReady
  private readonly server: Server

  private constructor(private readonly proxies: TrustedProxies) {
    this.server = createServer(
      {
        // Against clients that send a byte now and then: a whole head in 20 s, a whole request in 2 minutes.
        headersTimeout: 20_000,
        requestTimeout: 120_000,
        connectionsCheckingInterval: 5_000,
        // Longer than the minute of common proxies, which would otherwise send into a closing connection.
        keepAliveTimeout: 65_000,
      },
      (request, response) => void this.handle(request, response),
    )
    this.server.maxConnections = 4_000
  }

  /** @param trusted see `readTrustedProxies` @throws AddressFailure */
  static async listen(port: number, host: string, trusted?: string): Promise<HttpServer> {
    const self = new HttpServer(proxiesOf(trusted))
    await new Promise<void>((resolve, reject) => {
      self.server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)))
      self.server.listen(port, host, resolve)
    })
    return self
  }

  /** For a browser on this machine, also when we listen on all its addresses. */
  get origin(): string {
    const { address, port, family } = this.server.address() as AddressInfo
    const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address
    return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get nodeServer(): Server {
    return this.server
  }

  serve(handler: RequestHandler): void {
    this.handler = handler
  }

  /** Takes no more connections, lets requests under way end, and cuts what is left after a while. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeIdleConnections()
    const cut = setTimeout(() => this.server.closeAllConnections(), DRAIN_MS)
    await closed
    clearTimeout(cut)
  }

  /** Says who asks, and by which scheme, whatever the request says of it. */
  private markPeer(request: IncomingMessage): void {
    request.headers[PEER_HEADER] = peerOf(request, this.proxies)
    request.headers[SCHEME_HEADER] = schemeOf(request, this.proxies)
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.markPeer(request)
    // Whatever it is: an answer that holds what somebody wrote must not be taken for a page or a script.
    response.setHeader('x-content-type-options', 'nosniff')
    try {
      await this.handler(request, response)
    } catch (error) {
      if (!response.headersSent) response.writeHead(500)
      response.end()
      // Last: whatever fails in writing an error down, whoever asked has an answer.
      console.error(error)
    }
  }
}

function proxiesOf(trusted: string | undefined): TrustedProxies {
  try {
    return readTrustedProxies(trusted)
  } catch (error) {
    throw new AddressFailure((error as Error).message)
  }
}

/** What proxies add, each some of them: whoever was told to send one alone is a proxy all the same. */
const PASSED_ON = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
] as const

/**
 * Who is at the other end of the socket. Where the request says that it was passed on: who the proxy says was at the other
 * end of its own, as `forwarded 203.0.113.7`; nobody in particular where it does not say, and where it is no proxy of ours:
 * strangers may write these headers, too.
 */
function peerOf({ headers, socket }: IncomingMessage, proxies: TrustedProxies): string {
  const address = socket.remoteAddress ?? ''
  if (!isPassedOn(headers)) return address
  if (!isTrusted(address, proxies)) return ''
  const client = lastUntrusted(textOf(headers['x-forwarded-for']), proxies)
  return isIP(client) === 0 ? '' : `forwarded ${client}`
}

/** We speak plain HTTP. Of a request that was passed on: what the proxy says, or nothing where it does not say. */
function schemeOf({ headers, socket }: IncomingMessage, proxies: TrustedProxies): 'http' | 'https' | '' {
  if (!isPassedOn(headers)) return 'http'
  if (!isTrusted(socket.remoteAddress ?? '', proxies)) return ''
  const last = textOf(headers['x-forwarded-proto']).split(',').at(-1)!.trim()
  return last === 'http' || last === 'https' ? last : ''
}

const isPassedOn = (headers: IncomingHttpHeaders) => PASSED_ON.some((name) => name in headers)
const textOf = (header: string | string[] | undefined) => String(header ?? '')

const notReady: RequestHandler = (_request, response) => {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' })
  response.end('Pasttense is starting.\n')
  return Promise.resolve()
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): AddressFailure {
  if (error.code === 'EADDRINUSE') {
    return new AddressFailure(
      `Port ${port} on ${host} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    return new AddressFailure(`Port ${port} needs more rights than this user has. Choose one above 1023.`)
  }
  return new AddressFailure(`Cannot listen on ${host}, port ${port}: ${error.message}.`)
}
