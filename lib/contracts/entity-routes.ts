import {
  entityHistoryQuerySchema,
  entityHistorySchema,
  entityKeyParamsSchema,
  entityPageSchema,
  entityParamsSchema,
  entityQuerySchema,
  entitySchema,
} from './entity'
import type { RouteContracts } from './route-contract'

/** What CUD events tell of entities. */
export const entityRoutes = {
  listEntities: {
    summary: 'Entities of the catalog, with the event types that tell of their changes',
    query: entityQuerySchema,
    response: entityPageSchema,
    problems: ['invalid-cursor'],
  },
  getEntity: {
    summary: 'One entity: its event types, where its key stands, what changed last',
    params: entityParamsSchema,
    response: entitySchema,
    problems: ['entity-not-found'],
  },
  streamEntitySnapshot: {
    summary: 'The state now of everything of an entity, as NDJSON, to start a copy from',
    params: entityParamsSchema,
    stream: 'application/x-ndjson',
    problems: ['entity-not-found'],
  },
  getEntityHistory: {
    summary: 'One entity by its key: its state at a time, its history, what is wrong in it, events about it',
    params: entityKeyParamsSchema,
    query: entityHistoryQuerySchema,
    response: entityHistorySchema,
    problems: ['entity-not-found', 'invalid-cursor'],
  },
} as const satisfies RouteContracts
