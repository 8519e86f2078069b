import type { Receipts } from '@/lib/contracts/event'
import type { ProblemDetails } from '@/lib/contracts/problem-details'
import { addressOf, ApiProblem, type ApiOptions } from './api'

/**
 * Sends messages to `POST /events` as NDJSON, each text as it is: a message that is no JSON is the server's to judge.
 * Answers one result a message, in order. @throws ApiProblem where the request as a whole was refused
 */
export async function sendEvents(
  messages: readonly string[],
  options: ApiOptions,
  query: { mode?: 'live' | 'import' } = {},
): Promise<Receipts> {
  const response = await fetch((options.origin ?? '') + addressOf('receiveEvents', {}, query), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    },
    body: messages.join('\n'),
    signal: options.signal,
  })
  const answer = (await response.json()) as Receipts | ProblemDetails
  if ('results' in answer) return answer
  throw new ApiProblem(answer)
}
