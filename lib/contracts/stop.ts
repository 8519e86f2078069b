import { z } from 'zod'
import { referenceSchema } from './people'

/** A step that clearly fewer events take than usual, for a span of time. */
export const flowStopSchema = z.object({
  from: z.string(),
  to: z.string(),
  since: z.string(),
  until: z.string(),
  /** Events of the type `from` in that time, and how many of them led on. */
  causes: z.number().int(),
  count: z.number().int(),
  /** How many usually would have by now, and how many are missing. */
  expected: z.number(),
  missing: z.number(),
  /** Effects a cause outside of that time. */
  usual_share: z.number(),
  /** Some events whose next step did not come, latest first. */
  examples: z.array(z.object({ event_id: z.string(), created_at: z.string() })),
})

/** One incident: steps of one service that stopped at the same time. */
export const incidentSchema = z.object({
  /** The service that took these steps before; null where it is not known. */
  service: referenceSchema.nullable(),
  /** Of the type that is missing. */
  owner: referenceSchema.nullable(),
  since: z.string(),
  until: z.string(),
  /** Whether it reaches to the last hours that can be judged. */
  ongoing: z.boolean(),
  missing: z.number(),
  /** Largest first. */
  stops: z.array(flowStopSchema),
})
export type Incident = z.infer<typeof incidentSchema>

export const incidentsSchema = z.object({
  /** Those that go on first, then the newest; of those the largest. */
  items: z.array(incidentSchema),
  next_cursor: z.null(),
})
export type Incidents = z.infer<typeof incidentsSchema>
