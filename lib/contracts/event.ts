import { z } from 'zod'
import { kindSchema } from './event-type'
import { identifierSchema, instantSchema, jsonSchema, textSchema } from './identifiers'
import { maskedPlaceSchema } from './masked'
import { violationSchema } from './problem-details'
import { pageOf, pageQuerySchema } from './pages'

/** Bytes of the body of one `POST /events`. */
export const MAX_RECEIVED_BYTES = 10 * 1024 * 1024

/** What happened to one received message; PRODUCT.md names the words. */
export const receiptStatusSchema = z.enum(['accepted', 'duplicate', 'conflict', 'invalid', 'quarantined'])
export const receiptSchema = z.object({
  /** null where the message had no readable id. */
  event_id: z.string().nullable(),
  status: receiptStatusSchema,
  /** Where a quarantined message is kept. */
  quarantine_id: z.string().optional(),
  problems: z.array(violationSchema).optional(),
})
export type Receipt = z.infer<typeof receiptSchema>
export const receiptsSchema = z.object({ results: z.array(receiptSchema) })
export type Receipts = z.infer<typeof receiptsSchema>

export const receiveQuerySchema = z.object({
  /** `import`: envelopes may carry `received_at` beside `meta`; the event is marked as imported. Needs a token. */
  mode: z.enum(['live', 'import']).optional(),
})

export const validitySchema = z.enum(['valid', 'invalid', 'unknown'])
export type Validity = z.infer<typeof validitySchema>

export const eventFlagSchema = z.enum([
  'late',
  'clock-skew',
  'duplicate',
  'conflict',
  'in-cycle',
  'expired-parent',
  'imported',
  'erased',
  'foreign-owner',
])
export type EventFlag = z.infer<typeof eventFlagSchema>

/** One row of Explore. */
export const eventSummarySchema = z.object({
  event_id: z.string(),
  parent_event_id: z.string().nullable(),
  trace_id: z.string().nullable(),
  type: z.string(),
  version: z.string(),
  /** null where the type is in no catalog. */
  kind: kindSchema.nullable(),
  owner: z.string().nullable(),
  producer: z.string().nullable(),
  created_at: instantSchema,
  received_at: instantSchema,
  status: validitySchema,
  flags: z.array(eventFlagSchema),
})
export type EventSummary = z.infer<typeof eventSummarySchema>

export const eventSchema = eventSummarySchema.extend({
  /** `data` as received. A number that a double cannot hold is only exact in `data_text`. */
  data: jsonSchema,
  /** The data block's text, to the letter but for what is masked; null after erasure. */
  data_text: z.string().nullable(),
  /** As it was sent. A number that a double cannot hold is only exact in `meta_text`. */
  meta: z.record(z.string(), z.unknown()),
  meta_text: z.string(),
  schema_id: z.string().nullable(),
  /** Places of `data` and `meta` that are not for whoever asks, the first 500 of each. */
  masked: z.array(maskedPlaceSchema),
  /** Whether whoever asks may have them revealed, for a reason. */
  may_reveal: z.boolean(),
  problems: z.array(violationSchema),
  deliveries: z.number().int(),
  /** What a CUD event is about; null where it does not say, and of domain events. */
  about: z.object({ entity: z.string(), key: z.string() }).nullable(),
  /** Other content that arrived under the same id. */
  conflicts: z.array(
    z.object({
      received_at: instantSchema,
      data_text: z.string(),
      meta: z.record(z.string(), z.unknown()),
      meta_text: z.string(),
      masked: z.array(maskedPlaceSchema),
    }),
  ),
  erased: z.object({ at: instantSchema, reason: z.string() }).nullable(),
})
export type Event = z.infer<typeof eventSchema>

export const eventQuerySchema = pageQuerySchema.extend({
  type: textSchema(200).optional(),
  version: textSchema(50).optional(),
  owner: textSchema(200).optional(),
  domain: textSchema(200).optional(),
  service: textSchema(200).optional(),
  trace_id: textSchema(200).optional(),
  /** A business key: any string or integer field called `id` or ending in `_id` / `Id`. */
  key: textSchema(200).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  validity: validitySchema.optional(),
  kind: kindSchema.optional(),
  /** Only events without a child of this type: `?type=OrderPlaced&without=PaymentCaptured`. */
  without: textSchema(200).optional(),
  /** With `without`: seconds in which the child should have been created. Younger events are left out. */
  within: z.coerce.number().int().min(1).max(31_536_000).optional(),
})
export type EventQuery = z.input<typeof eventQuerySchema>

export const eventStreamQuerySchema = eventQuerySchema
  .pick({
    type: true,
    version: true,
    owner: true,
    domain: true,
    service: true,
    kind: true,
    trace_id: true,
    key: true,
    from: true,
    to: true,
    validity: true,
  })
  .extend({
    /** Where to go on, as `Last-Event-ID`: for clients that cannot set headers. */
    after: z.string().max(1_000).optional(),
  })
export type EventStreamQuery = z.input<typeof eventStreamQuerySchema>
export const eventPageSchema = pageOf(eventSummarySchema)
export type EventPage = z.infer<typeof eventPageSchema>

export const chainEnvelopesQuerySchema = z.object({
  /** Only what was received until this moment, to the millisecond. */
  received_until: instantSchema.optional(),
})

export const revealBodySchema = z.strictObject({ reason: textSchema(500).trim().min(3) })
export const erasureBodySchema = z.strictObject({ reason: textSchema(500).trim().min(3) })

export const quarantinedSummarySchema = z.object({
  id: z.string(),
  received_at: instantSchema,
  code: z.string(),
  message: z.string(),
  pointer: z.string(),
  event_id: z.string().nullable(),
  type: z.string().nullable(),
  /** The service whose token sent it; null where the token is no service's. */
  sender: z.string().nullable(),
  bytes: z.number().int(),
  retried_at: instantSchema.nullable(),
})
export type QuarantinedSummary = z.infer<typeof quarantinedSummarySchema>
/** Messages that say the same: what is wrong, where, who sent them, which type they say they are. */
export const quarantineGroupSchema = z.object({
  id: z.string(),
  code: z.string(),
  /** What is wrong, in words that quote no message. */
  message: z.string(),
  /** As far as the envelope names it: `/data` of `/data/lines/3/id`. */
  place: z.string(),
  /** null where the token that sent them is no service's. */
  sender: z.string().nullable(),
  /** null where they name none that can be read. */
  type: z.string().nullable(),
  messages: z.number().int(),
  /** How often they came, the same bytes again included. */
  deliveries: z.number().int(),
  /** Of all that ever came while the group had messages, those included that are events by now. */
  first_received_at: instantSchema,
  last_received_at: instantSchema,
  /** The newest three. */
  examples: z.array(quarantinedSummarySchema),
})
export type QuarantineGroup = z.infer<typeof quarantineGroupSchema>

const quarantineSearchSchema = pageQuerySchema.extend({
  /** Words of the reason, the type, the event id or the sender; for those who may see it also of the message, as it is spelt there. */
  q: textSchema(200).trim().optional(),
  /** Only messages whose first problem is of this code. */
  code: textSchema(100).optional(),
})
export const quarantineQuerySchema = quarantineSearchSchema.extend({
  /** Only messages of the group with this id. */
  group: textSchema(20).optional(),
})
export type QuarantineQuery = z.input<typeof quarantineQuerySchema>
export const quarantineGroupQuerySchema = quarantineSearchSchema.extend({
  sender: identifierSchema.optional(),
  type: identifierSchema.optional(),
  /** The place of the first problem, as groups have it. */
  place: textSchema(200).optional(),
})
export type QuarantineGroupQuery = z.input<typeof quarantineGroupQuerySchema>
const quarantineFigures = {
  /** Of all messages, whatever was searched for. */
  total: z.number().int(),
  bytes: z.number(),
  /** Messages that match but for `code`, by the code of their first problem, most frequent first. On the first page only. */
  reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
}
export const quarantinePageSchema = pageOf(quarantinedSummarySchema).extend({
  ...quarantineFigures,
  /** The group that was asked for; null where none was, or nothing of it is left. */
  group: quarantineGroupSchema.nullable(),
})
export const quarantineGroupPageSchema = pageOf(quarantineGroupSchema).extend(quarantineFigures)
export const quarantinedSchema = quarantinedSummarySchema.extend({
  problems: z.array(violationSchema),
  /** The raw message, decoded as UTF-8 with replacement characters where it was none; null where it is not for whoever asks. */
  text: z.string().nullable(),
})
export type Quarantined = z.infer<typeof quarantinedSchema>
