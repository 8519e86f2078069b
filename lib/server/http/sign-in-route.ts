import 'server-only'
import { randomUUID } from 'node:crypto'
import { originToAnswerWith, schemeToAnswerWith } from '@/lib/domain/policy/socket-headers'
import { auth } from '@/lib/server/identity/better-auth'
import { duringCall } from '@/lib/server/identity/call-under-way'
import { problem } from '@/lib/server/services/problem'
import { readBytes } from '@/lib/server/services/request-bytes'
import { asProblem, problemResponse } from './problem-response'
import { refuseForeignPage } from './request-guard'

/** The calls of better-auth that we have a use for. It brings many more, and none of them is reachable. */
export const signInCalls: Record<'GET' | 'POST', readonly RegExp[]> = {
  GET: [/^\/callback\/[\w-]{1,50}$/],
  POST: [
    /^\/sign-in\/(email|social|demo)$/,
    /^\/sign-up\/first$/,
    /^\/sign-out$/,
    /^\/reset-password$/,
    /^\/request-password-reset$/,
    /^\/change-password$/,
  ],
}

const MAX_BODY_BYTES = 1024 * 1024

/** Everything under /api/auth: signing in and out. */
export async function answerSignIn(request: Request): Promise<Response> {
  const requestId = randomUUID()
  try {
    const refusal = refuseForeignPage(request.headers, request.method)
    if (refusal) throw refusal
    const { pathname, search } = new URL(request.url)
    const path = pathname.slice('/api/auth'.length)
    if (!signInCalls[request.method as 'GET' | 'POST']?.some((call) => call.test(path)))
      throw problem('not-found', 'Nothing about signing in has this address.')
    const scheme = schemeToAnswerWith(request.headers)
    // The framework's idea of its own address is not the one the browser knows.
    const origin = originToAnswerWith(request.headers)
    const { method, headers } = request
    const body = method === 'POST' ? new Uint8Array(await readBytes(request, MAX_BODY_BYTES)) : undefined
    const answer = await duringCall(path, () =>
      auth(scheme === 'https').handler(
        new Request(`${origin}${pathname}${search}`, { method, headers, body }),
      ),
    )
    answer.headers.set('cache-control', 'no-store')
    answer.headers.set('x-request-id', requestId)
    return answer
  } catch (error) {
    return problemResponse(asProblem(error, requestId), requestId)
  }
}
