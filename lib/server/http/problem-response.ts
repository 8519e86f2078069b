import type { ProblemDetails } from '@/lib/contracts/problem-details'
import { problems } from '@/lib/contracts/problems'
import { isProblem, problem, type Problem } from '@/lib/server/services/problem'
import { toResponse, type Answer } from './answer'

/** RFC 9457 `application/problem+json`. */
export function problemAnswer(failure: Problem, requestId: string): Answer {
  const [status, title] = problems[failure.slug]
  const details: ProblemDetails = {
    type: `/problems/${failure.slug}`,
    title,
    status,
    detail: failure.message,
    request_id: requestId,
    ...(failure.violations ? { errors: [...failure.violations] } : {}),
  }
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...failure.headers,
    },
    body: JSON.stringify(details),
  }
}

export function problemResponse(failure: Problem, requestId: string): Response {
  return toResponse(problemAnswer(failure, requestId))
}

/** Anything thrown, as a problem. What is not expected is logged with the request id and never shown to strangers. */
export function asProblem(error: unknown, requestId: string): Problem {
  if (isProblem(error)) return error
  console.error(
    JSON.stringify({ at: new Date().toISOString(), request_id: requestId, error: describe(error) }),
  )
  const code = codeOf(error)
  if (code === '53100') {
    return problem(
      'storage-full',
      'The disk of the database is full. Nothing of this request was stored; free some space and send it again.',
    )
  }
  if (code !== undefined && (databaseGone.has(code) || code.startsWith('08') || code.startsWith('57P'))) {
    return problem(
      'database-unavailable',
      'The database does not answer. Nothing is lost: send the request again in a moment.',
      undefined,
      { 'retry-after': '2' },
    )
  }
  return problem(
    'internal',
    "Something went wrong on our side. The server's log has the details under this request id.",
  )
}

const databaseGone = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'P1001', 'P1017'])

/** The SQLSTATE or system code of an error, or of what caused it: Prisma wraps the driver's. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined
  const { code, cause, originalCode } = error as { code?: unknown; cause?: unknown; originalCode?: unknown }
  const inner = codeOf(cause, depth + 1)
  if (inner !== undefined) return inner
  if (typeof originalCode === 'string') return originalCode
  return typeof code === 'string' ? code : undefined
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
