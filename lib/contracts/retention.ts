import { z } from 'zod'

export const retentionQuerySchema = z.object({
  /** As many days as events might be kept. */
  days: z.coerce.number().int().min(1).max(36_500).default(365),
})

const storedSchema = z.object({
  /** First and last day of receipt (UTC), `2026-11-23`; null where there are no events. */
  since: z.string().nullable(),
  until: z.string().nullable(),
  events: z.number().int(),
  /** On the disk, with indexes. */
  bytes: z.number().int(),
})

/** What a retention of some days would drop if it began now. */
export const retentionSchema = z.object({
  /** Events received before this day (UTC) would go. */
  before: z.string(),
  stored: storedSchema,
  drops: storedSchema.extend({
    /** Other contents under the ids of stored events. */
    conflicts: z.number().int(),
    /** Messages in quarantine. */
    messages: z.number().int(),
  }),
})
export type Retention = z.infer<typeof retentionSchema>
