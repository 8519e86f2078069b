import { z } from 'zod'
import { eventPageSchema } from './event'
import { operationSchema } from './event-type'
import { identifierSchema, instantSchema, jsonSchema } from './identifiers'
import { maskedPlaceSchema } from './masked'
import { pageOf, pageQuerySchema } from './pages'
import { referenceSchema } from './people'

export const entitySummarySchema = z.object({
  entity: z.string(),
  /** Its CUD event types. */
  types: z.array(
    z.object({
      name: z.string(),
      /** null: neither its name nor anybody says. */
      operation: operationSchema.nullable(),
      latest_version: z.string().nullable(),
      /** Events of the last 30 days. */
      events: z.number().int(),
    }),
  ),
  owner: referenceSchema.nullable(),
  domain: referenceSchema.nullable(),
  /** Events of the last 30 days, of all its types. */
  events: z.number().int(),
})
export type EntitySummary = z.infer<typeof entitySummarySchema>
export const entityPageSchema = pageOf(entitySummarySchema)

export const entitySchema = entitySummarySchema.extend({
  /** JSON Pointers into the data at which its key is looked for, in this order. */
  key_places: z.array(z.string()),
  /** Those that changed last, latest first. */
  recent: z.array(
    z.object({
      key: z.string(),
      operation: operationSchema,
      event_id: z.string(),
      type: z.string(),
      created_at: z.string(),
    }),
  ),
  /** Events received before this day (UTC) are past retention: what has not changed since is not to be found. Else null. */
  retained_since: z.string().nullable(),
})
export type Entity = z.infer<typeof entitySchema>

export const entityQuerySchema = pageQuerySchema.extend({
  /** Only entities of which one has this key. */
  key: identifierSchema.optional(),
})
export const entityParamsSchema = z.object({ entity: identifierSchema })
/** `snapshot` is no key here: that address is the snapshot's. */
export const entityKeyParamsSchema = z.object({ entity: identifierSchema, key: identifierSchema })
export const entityHistoryQuerySchema = pageQuerySchema.extend({
  /** The moment of which the state is asked for; now where it is left out. */
  at: instantSchema.optional(),
})

export const differenceSchema = z.object({
  /** JSON Pointer into the data; empty for all of it. */
  pointer: z.string(),
  /** Absent where the field came. */
  before: jsonSchema.optional(),
  /** Absent where the field went. */
  after: jsonSchema.optional(),
  /** To the letter, where a double would round a number in it. */
  before_text: z.string().optional(),
  after_text: z.string().optional(),
})
export const entityStepSchema = z.object({
  event_id: z.string(),
  type: z.string(),
  version: z.string(),
  operation: operationSchema,
  producer: z.string().nullable(),
  created_at: z.string(),
  received_at: z.string(),
  /** From the state before; of the first event, and so of the first state, all of it. */
  differences: z.array(differenceSchema),
})
export type EntityStepOnWire = z.infer<typeof entityStepSchema>

export const entityFindingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  event_id: z.string(),
  pointer: z.string(),
  message: z.string(),
})
export type EntityFindingOnWire = z.infer<typeof entityFindingSchema>

/** One entity by its key. */
export const entityHistorySchema = z.object({
  entity: z.string(),
  key: z.string(),
  /** Where its latest event has the key. */
  key_place: z.string(),
  /** At the moment that was asked for; null where it had no event by then. */
  state: z
    .object({
      exists: z.boolean(),
      event_id: z.string(),
      created_at: z.string(),
      data: jsonSchema,
      /** To the letter, but for what is masked. */
      data_text: z.string(),
      /** Places in `data` that are not for whoever asks, the first 500. */
      masked: z.array(maskedPlaceSchema),
    })
    .nullable(),
  /** Oldest first. Replayed from nothing, its differences give every state. */
  history: z.array(entityStepSchema),
  /** Whether older events of it were left out. */
  truncated: z.boolean(),
  /** Events received before this day (UTC) are past retention, so that the history may have begun earlier. Else null. */
  retained_since: z.string().nullable(),
  findings: z.array(entityFindingSchema),
  /** Domain events that hold the same key, newest first; `cursor` and `limit` page through them. */
  domain_events: eventPageSchema,
})
export type EntityHistory = z.infer<typeof entityHistorySchema>
