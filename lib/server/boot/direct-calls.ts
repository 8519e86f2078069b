import type { IncomingMessage, ServerResponse } from 'node:http'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { Answer } from '../http/answer'
import { askedOver, send } from '../http/over-socket'
import { answering } from '../http/route'
import { getChain } from '@/lib/server/services/chain/get-chain'
import { getChainColumns } from '@/lib/server/services/chain/get-chain-columns'
import { listEvents } from '@/lib/server/services/event/list-events'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'
import { receiveEvents } from '@/lib/server/services/event/receive-events'
import { searchEverything } from '@/lib/server/services/catalog/search-everything'
import type { Asked } from '../services/request-bytes'

/**
 * Calls that programs make all day, or a person waits for at every key. They go from the socket to their handler: the
 * framework's way costs several times what they do themselves. The handlers are those of app/api/v1, where the
 * development server has them; every check of a request stands in `answering`.
 */
const handlers: Partial<Record<OperationId, (request: Asked) => Promise<Answer>>> = {
  receiveEvents: answering('receiveEvents', receiveEvents),
  getChain: answering('getChain', getChain),
  getChainColumns: answering('getChainColumns', getChainColumns),
  listEventTypes: answering('listEventTypes', listEventTypes),
  listEvents: answering('listEvents', listEvents),
  search: answering('search', searchEverything),
}

const calls = Object.entries(handlers).map(([id, handle]) => {
  const [method, template] = endpoints[id as OperationId]
  return { method, tokens: `/api/v1${template}`.split('/'), handle }
})

/** Answers a request that is one of these calls; null where it is none, and nothing was done. */
export function answerDirectly(incoming: IncomingMessage, response: ServerResponse): Promise<void> | null {
  const segments = (incoming.url ?? '').split('?', 1)[0]!.split('/')
  const call = calls.find(
    ({ method, tokens }) =>
      method === incoming.method && tokens.length === segments.length && fits(tokens, segments),
  )
  if (!call) return null
  return call.handle(askedOver(incoming, response)).then((answer) => send(answer, incoming, response))
}

function fits(tokens: readonly string[], segments: readonly string[]): boolean {
  return tokens.every((token, i) => (token.startsWith('{') ? segments[i] !== '' : token === segments[i]))
}
