import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import { answer, requestFor, type Sent } from './door'
import { after, planted } from './masking-world'

/** What a walk asks for, by the names in the addresses: several things where there are several. */
const things: Record<string, string[]> = {
  event_id: ['early', 'full', 'changed', 'newer', 'seen-0', 'seen-1'],
  version: ['2.0.0'],
  entity: ['Card'],
  key: ['card-1'],
  number: ['1'],
}
const idsOf = (id: OperationId) => {
  if (endpoints[id][1].startsWith('/proposals/')) return [planted.draft]
  if (id === 'getSchema') return [planted.versionId]
  return id === 'getQuarantined' ? planted.quarantined : []
}
/** Most calls know only types of the catalog. */
const namesOf = (id: OperationId) =>
  id === 'inferSeenType' || id === 'getEventTypeActivity' ? ['CardUpdated', 'CardMelted'] : ['CardUpdated']
const slugs: Partial<Record<OperationId, string>> = {
  getOwner: 'cards',
  getService: 'shop',
  getDomain: 'money',
}
const queries: Partial<Record<OperationId, Record<string, unknown>[]>> = {
  getDiff: [{ from: '1.0.0', to: '2.0.0' }],
  listReferenced: [{ identity: after.$id }],
  getFlowStep: [{ from: 'CardUpdated', to: 'CardUpdated' }],
  search: [{ q: 'card' }, { q: 'card-1' }],
  getLintContext: [{ name: 'CardUpdated' }],
  listEvents: [{}, { key: 'card-1' }],
  streamEvents: [{ after: '' }],
}
/** What readers may not call at all; the table of rights is tested elsewhere. */
const NOT_FOR_READERS = new Set<OperationId>([
  'listPeople',
  'listAudit',
  'listWebhooks',
  'listDeliveries',
  'getRetention',
])
export const reads = (Object.keys(endpoints) as OperationId[]).filter(
  (id) => endpoints[id][0] === 'GET' && !NOT_FOR_READERS.has(id),
)

/** Every address of a call that there is something at. */
export function* calls(id: OperationId): Generator<Sent> {
  const names = [...endpoints[id][1].matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  let all: Record<string, string>[] = [{}]
  for (const name of names) {
    const values =
      name === 'name'
        ? namesOf(id)
        : name === 'id'
          ? idsOf(id)
          : name === 'slug'
            ? [slugs[id]!]
            : things[name]!
    all = all.flatMap((params) => values.map((value) => ({ ...params, [name]: value })))
  }
  for (const params of all)
    for (const query of queries[id] ?? [{}])
      yield { params, query: id === 'streamEvents' ? { after: planted.place } : query }
}

/** What a call answers, whole; of a stream what was planted. */
export async function bodyOf(id: OperationId, sent: Sent): Promise<{ status: number; text: string }> {
  const response = await answer(requestFor(id, sent))
  if (response.headers.get('content-type') !== 'text/event-stream')
    return { status: response.status, text: await response.text() }
  const reader = response.body!.getReader()
  let streamed = ''
  while (!streamed.includes('"seen-23"')) streamed += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  return { status: response.status, text: streamed }
}
/** Writing calls that know nothing of what events hold. */
export const NOT_OF_EVENTS = new Set<OperationId>([
  'createEventType',
  'updateEventType',
  'declareProducer',
  'removeProducer',
  'declareConsumer',
  'removeConsumer',
  'createOwner',
  'updateOwner',
  'createService',
  'updateService',
  'createDomain',
  'updateDomain',
  'putTask',
  'recountFlows',
  'updateSettings',
  'createPerson',
  'updatePerson',
  'invitePerson',
  'updateAccount',
  'endOtherSessions',
  'endSession',
  'createToken',
  'revokeToken',
  'createWebhook',
  'updateWebhook',
  'removeWebhook',
  'renewWebhookSecret',
  'testWebhook',
  'retryDelivery',
  'readInbox',
])
/** Shows everything, for a reason: tested by itself. */
export const MEANT_TO_TELL: OperationId = 'revealEvent'
