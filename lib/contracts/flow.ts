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
