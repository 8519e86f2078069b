import { z } from 'zod'
import { eventSummarySchema } from './event'

export const joinedBySchema = z.enum(['root', 'parent', 'trace'])

/** One event of a chain, in reading order: depth first, time order among siblings. */
export const chainMemberSchema = eventSummarySchema.extend({
  depth: z.number().int(),
  joined_by: joinedBySchema,
  deliveries: z.number().int(),
  /** Milliseconds since the parent's created_at; negative with `clock-skew`; null for roots and below missing parents. */
  delay_ms: z.number().nullable(),
})
export type ChainMember = z.infer<typeof chainMemberSchema>

/** A parent that events name and that was never received. */
export const missingParentSchema = z.object({
  event_id: z.string(),
  /** Index of the member it stands before: its earliest child. */
  before: z.number().int(),
  children: z.array(z.string()),
  /** The parent was received once and is past retention. */
  expired: z.boolean(),
})

export const chainSchema = z.object({
  focus: z.string(),
  members: z.array(chainMemberSchema),
  missing: z.array(missingParentSchema),
  /** Trace ids on more events than a chain joins by (10,000), with their counts. */
  large_traces: z.array(z.object({ trace_id: z.string(), count: z.number().int() })),
  /** True where the chain holds more events than one answer carries. */
  truncated: z.boolean(),
})
export type Chain = z.infer<typeof chainSchema>
