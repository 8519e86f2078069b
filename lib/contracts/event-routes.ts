import { chainSchema } from './chain'
import { chainColumnsSchema } from './chain-columns'
import {
  chainEnvelopesQuerySchema,
  erasureBodySchema,
  eventPageSchema,
  eventQuerySchema,
  eventSchema,
  eventStreamQuerySchema,
  quarantineGroupPageSchema,
  quarantineGroupQuerySchema,
  quarantinePageSchema,
  quarantineQuerySchema,
  quarantinedSchema,
  receiptSchema,
  receiptsSchema,
  receiveQuerySchema,
  revealBodySchema,
} from './event'
import { expectationsSchema } from './expectation'
import { idParams, eventIdParams, type RouteContracts } from './route-contract'

/** Receiving events, finding them, their chains, and quarantine. */
export const eventRoutes = {
  receiveEvents: {
    summary:
      'Receive one envelope, an array, or NDJSON; answers one result per event, in order, after the commit',
    query: receiveQuerySchema,
    rawBody: ['application/json', 'application/x-ndjson'],
    response: receiptsSchema,
    problems: [
      'malformed-json',
      'unsupported-media-type',
      'body-too-large',
      'too-many-events',
      'busy',
      'quarantine-full',
      'storage-full',
    ],
  },
  listEvents: {
    summary: 'Search events, newest first',
    query: eventQuerySchema,
    response: eventPageSchema,
    problems: ['invalid-cursor'],
  },
  streamEvents: {
    summary: 'Live tail: events in the order of their commits, as server-sent events',
    query: eventStreamQuerySchema,
    stream: 'text/event-stream',
    problems: ['busy', 'invalid-cursor'],
  },
  getEvent: {
    summary: 'One event',
    params: eventIdParams,
    response: eventSchema,
    problems: ['event-not-found'],
  },
  getChain: {
    summary: 'The whole chain of an event',
    params: eventIdParams,
    response: chainSchema,
    problems: ['event-not-found'],
  },
  getChainColumns: {
    summary: 'The whole chain of an event by columns, for screens that show large ones',
    params: eventIdParams,
    givenUp: true,
    response: chainColumnsSchema,
    problems: ['event-not-found'],
  },
  getExpectations: {
    summary: 'What should come next in the chain of an event, and what is overdue',
    params: eventIdParams,
    givenUp: true,
    response: expectationsSchema,
    problems: ['event-not-found'],
  },
  streamChainEnvelopes: {
    summary: 'The envelopes of a chain in reading order, as NDJSON',
    params: eventIdParams,
    query: chainEnvelopesQuerySchema,
    stream: 'application/x-ndjson',
    problems: ['event-not-found'],
  },
  revealEvent: {
    summary: 'One event with nothing masked; who looked and why goes on record first',
    params: eventIdParams,
    body: revealBodySchema,
    response: eventSchema,
    problems: ['event-not-found'],
  },
  eraseEvent: {
    summary: "Replace one event's data by a tombstone; id, hash and parent stay",
    params: eventIdParams,
    body: erasureBodySchema,
    response: eventSchema,
    problems: ['event-not-found'],
  },
  listQuarantine: {
    summary: 'Messages that were no valid events, newest first',
    query: quarantineQuerySchema,
    response: quarantinePageSchema,
    problems: ['invalid-cursor'],
  },
  listQuarantineGroups: {
    summary:
      'Messages that were no valid events by what is wrong, where, by whom and of which type; last received first',
    query: quarantineGroupQuerySchema,
    response: quarantineGroupPageSchema,
    problems: ['invalid-cursor'],
  },
  getQuarantined: {
    summary: 'One message in quarantine, whole',
    params: idParams,
    response: quarantinedSchema,
    problems: ['quarantined-not-found'],
  },
  retryQuarantined: {
    summary: 'Receive a quarantined message once more',
    params: idParams,
    response: receiptSchema,
    problems: ['quarantined-not-found'],
  },
} as const satisfies RouteContracts
