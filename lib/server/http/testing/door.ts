import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { NextRequest } from 'next/server'
import { addressOf } from '@/lib/client/api'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import { proxy } from '@/proxy'

/**
 * The whole way of a request without a socket: the proxy, then the handler that the router would find for the address.
 * For tests that ask what a client would see.
 */
export async function answer(request: Request): Promise<Response> {
  const { method, url, headers } = request
  const stopped = proxy(new NextRequest(url, { method, headers }))
  if (stopped.headers.get('x-middleware-next') !== '1') return stopped
  const handler = await handlerOf(method, new URL(url).pathname)
  if (!handler) throw new Error(`the proxy let ${method} ${url} through, and no handler takes it`)
  return handler(request)
}

export type Handler = (request: Request) => Promise<Response>

/** The handler of a call by its file, as the router finds it; undefined where no file stands there. */
export async function importHandler(template: string, method: string): Promise<Handler | undefined> {
  const folder = template.replace(/\{(\w+)\}/g, '[$1]')
  const file = path.join(process.cwd(), 'app/api/v1', folder, 'route.ts')
  if (!existsSync(file)) return undefined
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Handler>
  return module[method]
}

async function handlerOf(method: string, pathname: string): Promise<Handler | undefined> {
  const segments = pathname.slice('/api/v1'.length).split('/')
  const fits = (template: string) => {
    const tokens = template.split('/')
    return tokens.length === segments.length && tokens.every((t, i) => t.startsWith('{') || t === segments[i])
  }
  const templates = Object.values(endpoints)
    .filter(([known, template]) => known === method && fits(template))
    .map(([, template]) => template)
  // As the router does: a word in an address goes before a parameter.
  templates.sort((a, b) => a.split('{').length - b.split('{').length)
  return templates[0] && importHandler(templates[0], method)
}

export interface Sent {
  params?: Record<string, string>
  query?: Record<string, unknown>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of `body`. */
  text?: string | Uint8Array<ArrayBuffer>
  revision?: number
  /** The installation's, where neither this nor a cookie says who asks; null for nobody. */
  token?: string | null
  headers?: Record<string, string>
}

/** A request as a program on this machine sends it. */
export function requestFor(id: OperationId, sent: Sent = {}): Request {
  const token = sent.token === undefined && !sent.headers?.cookie ? process.env.PASTTENSE_TOKEN : sent.token
  const payload = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
  return new Request(`http://localhost:3000${addressOf(id, sent.params, sent.query)}`, {
    method: endpoints[id][0],
    body: payload,
    headers: {
      host: 'localhost:3000',
      'x-pasttense-peer': '127.0.0.1',
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sent.revision === undefined ? {} : { 'if-match': `"${sent.revision}"` }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...sent.headers,
    },
  })
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  /** The answer's JSON; undefined where there is none. */
  readonly value: unknown
}

/** Calls the API: `await ask('getEventType', { params: { name } })`. */
export async function ask(id: OperationId, sent: Sent = {}): Promise<Answered> {
  const response = await answer(requestFor(id, sent))
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    value: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}
