import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { ProblemDetails } from '@/lib/contracts/problem-details'
import { PERSON_HEADER } from '@/lib/domain/policy/person-header'
import type { CallInput, CallOutput } from '@/lib/contracts/routes'
import { personHeader, sawSession } from './session-watch'

/** What the server said was wrong, as thrown in the browser and on the command line. */
export class ApiProblem extends Error {
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail)
    this.name = 'ApiProblem'
    this.problem = problem
  }

  /** Whether the problem is of this slug of `lib/contracts/problems.ts`. */
  is(slug: string): boolean {
    return this.problem.type === `/problems/${slug}`
  }
}

export interface ApiOptions {
  /** Origin of the server, without a trailing slash; empty in the browser. */
  origin?: string
  token?: string
  signal?: AbortSignal
}

type AnyInput = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  revision?: number
}

/** Address of a call under the origin, every parameter percent-encoded. */
export function addressOf(
  id: OperationId,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoints[id][1].replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
    }
  }
  const text = search.toString()
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`
}

/**
 * Calls the public API: `call('getEventType', { params: { name } })`.
 * @throws ApiProblem where the server answers a problem, TypeError where it cannot be reached.
 */
export async function call<Id extends OperationId>(
  id: Id,
  input: CallInput<Id>,
  options: ApiOptions = {},
): Promise<CallOutput<Id>> {
  const { params, query, body, revision } = input as AnyInput
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (revision !== undefined) headers['if-match'] = `"${revision}"`
  const person = personHeader()
  if (person !== null) headers[PERSON_HEADER] = person
  if (options.token) headers['authorization'] = `Bearer ${options.token}`
  const response = await fetch((options.origin ?? '') + addressOf(id, params, query), {
    method: endpoints[id][0],
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal,
  })
  sawSession(response.status === 401)
  if (response.status === 204) return undefined as CallOutput<Id>
  const text = await response.text()
  if (response.ok) return JSON.parse(text) as CallOutput<Id>
  throw new ApiProblem(readProblem(response, text))
}

/** A proxy or a crash in between may answer anything; it still becomes a problem with words in it. */
function readProblem(response: Response, text: string): ProblemDetails {
  try {
    const parsed = JSON.parse(text) as ProblemDetails
    if (typeof parsed.detail === 'string') return parsed
  } catch {
    // not JSON: described below
  }
  return {
    type: '/problems/internal',
    title: response.statusText,
    status: response.status,
    detail: `The server answered ${response.status} without saying why. Try again; if it stays, look at the server's log.`,
    request_id: response.headers.get('x-request-id') ?? '',
  }
}
