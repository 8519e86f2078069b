/**
 * Which calls exist: method and path under `/api/v1`, by operation id. Plain data without zod, so that the browser
 * can address the API without carrying the validators. `routes.ts` gives each operation its shapes.
 */
export const endpoints = {
  getHealth: ['GET', '/health'],

  listEventTypes: ['GET', '/event-types'],
  createEventType: ['POST', '/event-types'],
  getEventType: ['GET', '/event-types/{name}'],
  updateEventType: ['PATCH', '/event-types/{name}'],
  getEventTypeActivity: ['GET', '/event-types/{name}/activity'],
  listVersions: ['GET', '/event-types/{name}/versions'],
  publishVersion: ['POST', '/event-types/{name}/versions'],
  getVersion: ['GET', '/event-types/{name}/versions/{version}'],
  updateVersion: ['PATCH', '/event-types/{name}/versions/{version}'],
  listWaivers: ['GET', '/event-types/{name}/waivers'],
  createWaiver: ['POST', '/event-types/{name}/waivers'],
  endWaiver: ['DELETE', '/event-types/{name}/waivers/{id}'],
  declareProducer: ['PUT', '/event-types/{name}/producers/{service}'],
  removeProducer: ['DELETE', '/event-types/{name}/producers/{service}'],
  declareConsumer: ['PUT', '/event-types/{name}/consumers/{service}'],
  removeConsumer: ['DELETE', '/event-types/{name}/consumers/{service}'],
  getDiff: ['GET', '/event-types/{name}/diff'],
  getSchema: ['GET', '/schemas/{id}'],
  checkCompatibility: ['POST', '/compatibility'],
  lint: ['POST', '/lint'],
  getLintContext: ['GET', '/lint/context'],

  listSeenTypes: ['GET', '/seen-types'],
  inferSeenType: ['GET', '/seen-types/{name}'],

  receiveEvents: ['POST', '/events'],
  listEvents: ['GET', '/events'],
  streamEvents: ['GET', '/event-stream'],
  getEvent: ['GET', '/events/{event_id}'],
  getChain: ['GET', '/events/{event_id}/chain'],
  getChainColumns: ['GET', '/events/{event_id}/chain/columns'],
  eraseEvent: ['POST', '/events/{event_id}/erasure'],
  listQuarantine: ['GET', '/quarantine'],
  getQuarantined: ['GET', '/quarantine/{id}'],
  retryQuarantined: ['POST', '/quarantine/{id}/retry'],
  getFlows: ['GET', '/flows'],
  getFlowStep: ['GET', '/flows/step'],
  recountFlows: ['POST', '/flows/recount'],

  listDrafts: ['GET', '/proposals'],
  createDraft: ['POST', '/proposals'],
  getDraft: ['GET', '/proposals/{id}'],
  updateDraft: ['PATCH', '/proposals/{id}'],
  withdrawDraft: ['DELETE', '/proposals/{id}'],
  publishDraft: ['POST', '/proposals/{id}/publish'],

  listOwners: ['GET', '/owners'],
  createOwner: ['POST', '/owners'],
  getOwner: ['GET', '/owners/{slug}'],
  updateOwner: ['PATCH', '/owners/{slug}'],
  listServices: ['GET', '/services'],
  createService: ['POST', '/services'],
  getService: ['GET', '/services/{slug}'],
  updateService: ['PATCH', '/services/{slug}'],
  listDomains: ['GET', '/domains'],
  createDomain: ['POST', '/domains'],
  getDomain: ['GET', '/domains/{slug}'],
  updateDomain: ['PATCH', '/domains/{slug}'],

  search: ['GET', '/search'],
  getSettings: ['GET', '/settings'],
  updateSettings: ['PATCH', '/settings'],
  listTasks: ['GET', '/tasks'],
  putTask: ['PUT', '/tasks/{id}'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', `/${string}`]>

export type OperationId = keyof typeof endpoints
