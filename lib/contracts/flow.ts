import { z } from 'zod'
import { textSchema } from './identifiers'

export const flowEdgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  /** Part of the `from` events that led to a `to` event: 0 to 1. */
  share: z.number(),
  p50_ms: z.number().nullable(),
  p95_ms: z.number().nullable(),
})
export type FlowEdge = z.infer<typeof flowEdgeSchema>
export const flowsSchema = z.object({ edges: z.array(flowEdgeSchema), from: z.string(), to: z.string() })
export type Flows = z.infer<typeof flowsSchema>
export const flowsQuerySchema = z.object({
  days: z.coerce.number().int().min(1).max(90).optional(),
  type: textSchema(200).optional(),
})

const recountedSchema = z.object({
  /** Rows that the stored events make. */
  counted: z.number().int(),
  /** Rows of the running count that stood otherwise and were put right. */
  corrected: z.number().int(),
})
export const recountSchema = z.object({
  /** Events before this instant are past retention, so their counts stand as they are. */
  since: z.string(),
  events: recountedSchema,
  days: recountedSchema,
  edges: recountedSchema,
})
export type Recount = z.infer<typeof recountSchema>
