import 'server-only'
import { randomUUID } from 'node:crypto'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { RouteContract } from '@/lib/contracts/route-contract'
import { routes, type CallOutput } from '@/lib/contracts/routes'
import type { Actor } from '@/lib/domain/policy/policy'
import { problem } from '@/lib/server/services/problem'
import type { Asked } from '@/lib/server/services/request-bytes'
import type { z } from 'zod'
import { toResponse, type Answer } from './answer'
import { pathParams, searchValues } from './address'
import { identify } from './identify'
import { asProblem, problemAnswer } from './problem-response'
import { parse, readJson } from './read-body'
import { refuseForeignPage } from './request-guard'

type Routes = typeof routes
type Parsed<T> = T extends z.ZodType ? z.output<T> : unknown

/** What a service is called with: everything the contract names, parsed. `request` only for raw bodies. */
export type ServiceInput<Id extends OperationId> = (Routes[Id] extends { params: infer P extends z.ZodType }
  ? z.output<P>
  : unknown) &
  (Routes[Id] extends { query: infer Q extends z.ZodType } ? { query: z.output<Q> } : unknown) &
  (Routes[Id] extends { body: infer B } ? { body: Parsed<B> } : unknown) &
  (Routes[Id] extends { rawBody: readonly string[] } ? { request: Asked } : unknown) &
  (Routes[Id] extends { revisioned: true } ? { revision: number } : unknown) &
  (Routes[Id] extends { givenUp: true } ? { signal: AbortSignal } : unknown) &
  (Routes[Id] extends { stream: string } ? StreamInput : unknown)

/** What a call that is answered bit by bit is given beside. */
interface StreamInput {
  lastEventId: string | null
  /** Who asks by now: a session may end, and a right be taken away, before the answer does. */
  identifyAgain: () => Promise<Actor>
}

/** A route handler for one call of the contract. */
export function route<Id extends OperationId>(
  ...[id, service]: Parameters<typeof answering<Id>>
): (request: Request) => Promise<Response> {
  const answer = answering(id, service)
  return async (request) => toResponse(await answer(request))
}

/**
 * How one call of the contract is answered: finds out who asks, parses what came, calls the service, answers its
 * value. `params` are merged into the input: `getEventType(actor, { name })`.
 */
export function answering<Id extends OperationId>(
  id: Id,
  service: (actor: Actor, input: ServiceInput<Id>) => CallOutput<Id> | Promise<CallOutput<Id>>,
) {
  const contract: RouteContract = routes[id]
  const path = `/api/v1${endpoints[id][1]}`
  return async function answer(request: Asked): Promise<Answer> {
    const requestId = randomUUID()
    try {
      const refusal = refuseForeignPage(request.headers, request.method)
      if (refusal) throw refusal
      const known = identify(request.headers)
      const actor = known instanceof Promise ? await known : known
      const input = readAddress(contract, path, request)
      if (contract.body) input.body = parse(contract.body, await readBody(contract, request), 'The body')
      const output = await service(actor, input as ServiceInput<Id>)
      return respond(contract, output, requestId)
    } catch (error) {
      if (contract.givenUp && request.signal.aborted) return NOBODY_WAITS
      return problemAnswer(asProblem(error, requestId), requestId)
    }
  }
}

/** Nobody reads it; the status is what other servers write into their logs. */
const NOBODY_WAITS: Answer = { status: 499, headers: {}, body: '' }

/** What the contract names besides a body. */
function readAddress(contract: RouteContract, path: string, request: Asked): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  // Taking an address apart costs more than most of what receiving an event does; most of those calls have no query.
  const url = contract.params || request.url.includes('?') ? new URL(request.url) : null
  if (contract.params && url)
    Object.assign(input, parse(contract.params, pathParams(path, url.pathname), 'The address'))
  if (contract.query)
    input.query = parse(contract.query, url ? searchValues(url.searchParams) : {}, 'The query')
  if (contract.rawBody) input.request = request
  if (contract.revisioned) input.revision = readRevision(request)
  if (contract.givenUp) input.signal = request.signal
  if (contract.stream) {
    input.lastEventId = request.headers.get('last-event-id')
    input.identifyAgain = async () => identify(request.headers)
  }
  return input
}

function readBody({ optionalBody }: RouteContract, request: Asked): Promise<unknown> {
  if (optionalBody && request.headers.get('content-type') === null) return Promise.resolve({})
  return readJson(request)
}

function readRevision({ headers }: Asked): number {
  const header = headers.get('if-match')
  if (header === null) {
    throw problem(
      'precondition-required',
      "Send the revision you read as If-Match, so that nobody's work is overwritten.",
    )
  }
  const revision = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (revision === undefined)
    throw problem('revision-mismatch', `If-Match must be the ETag you were given, such as "3".`)
  return Number(revision)
}

function respond(contract: RouteContract, output: unknown, requestId: string): Answer {
  const headers: Record<string, string> = { 'cache-control': 'no-store', 'x-request-id': requestId }
  if (contract.stream)
    return {
      status: 200,
      // A proxy that collects or packs what is written would hold it back.
      headers: {
        ...headers,
        'cache-control': 'no-store, no-transform',
        'content-type': contract.stream,
        'x-accel-buffering': 'no',
      },
      body: output as ReadableStream<Uint8Array>,
    }
  if (!contract.response) return { status: 204, headers, body: null }
  // An answer that is not what the contract promises is our bug: found in development and tests, not paid for in production.
  if (process.env.NODE_ENV !== 'production') contract.response.parse(output)
  const revision = (output as { revision?: unknown }).revision
  if (typeof revision === 'number') headers.etag = `"${revision}"`
  return {
    status: contract.statusOf?.(output) ?? contract.status ?? 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(output),
  }
}
