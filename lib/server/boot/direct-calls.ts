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
  const path = `/api/v1${template}`
  return { method, path, tokens: path.split('/'), handle }
})
/** By method and path. To take each path apart is a fiftieth of what a request with a single event costs. */
const callsByPath = new Map(
  calls.filter(({ path }) => !path.includes('{')).map((call) => [`${call.method} ${call.path}`, call]),
)
const callsWithParams = calls.filter(({ path }) => path.includes('{'))

/** Answers a request that is one of these calls; null where it is none, and nothing was done. */
export function answerDirectly(incoming: IncomingMessage, response: ServerResponse): Promise<void> | null {
  const call = findCall(incoming.method ?? '', incoming.url ?? '')
  if (!call) return null
  return call.handle(askedOver(incoming, response)).then((answer) => send(answer, incoming, response))
}

function findCall(method: string, url: string) {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  const call = callsByPath.get(`${method} ${path}`)
  if (call) return call
  const segments = path.split('/')
  return callsWithParams.find(
    ({ method: wanted, tokens }) =>
      wanted === method && tokens.length === segments.length && fits(tokens, segments),
  )
}

function fits(tokens: readonly string[], segments: readonly string[]): boolean {
  return tokens.every((token, i) => (token.startsWith('{') ? segments[i] !== '' : token === segments[i]))
}
