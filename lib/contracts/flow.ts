import { z } from 'zod'
import { kindSchema } from './event-type'
import { identifierSchema, instantSchema, textSchema } from './identifiers'
import { referenceSchema } from './people'

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

/** An event type that an edge touches. */
export const flowTypeSchema = z.object({
  name: z.string(),
  /** null: the type is in no catalog. */
  kind: kindSchema.nullable(),
  owner: referenceSchema.nullable(),
  domain: referenceSchema.nullable(),
  /** Events received in the period. */
  count: z.number().int(),
})
export type FlowType = z.infer<typeof flowTypeSchema>

export const flowsSchema = z.object({
  /** Most frequent first. */
  edges: z.array(flowEdgeSchema),
  types: z.array(flowTypeSchema),
  from: z.string(),
  to: z.string(),
})
export type Flows = z.infer<typeof flowsSchema>

/** Either the last `days` days (30), or from an instant to another; whole hours of the parents' receipt. */
const periodShape = {
  days: z.coerce.number().int().min(1).max(90).optional(),
  since: instantSchema.optional(),
  until: instantSchema.optional(),
}
/** May be given several times: any of the values matches. An edge matches by either of its ends. */
const several = z
  .union([identifierSchema, z.array(identifierSchema)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional()
export const flowsQuerySchema = z.object({
  ...periodShape,
  type: textSchema(200).optional(),
  owner: several,
  domain: several,
  /** Edges below this share are left out: 0 to 1. */
  min_share: z.coerce.number().min(0).max(1).optional(),
})
export type FlowsQuery = z.output<typeof flowsQuerySchema>

export const flowStepQuerySchema = z.object({ ...periodShape, from: identifierSchema, to: identifierSchema })
export type FlowStepQuery = z.output<typeof flowStepQuerySchema>

/** One edge in full. */
export const flowStepSchema = flowEdgeSchema.extend({
  /** Events of the type `from` in the period. */
  causes: z.number().int(),
  /** The histogram: delays from `from_ms` up to `to_ms`, without holes between the first bucket and the last. */
  delays: z.array(z.object({ from_ms: z.number(), to_ms: z.number(), count: z.number().int() })),
  step: z.enum(['hour', 'day']),
  /** Every hour or day of the period, oldest first, by when the cause was received. */
  trend: z.array(
    z.object({
      at: z.string(),
      count: z.number().int(),
      causes: z.number().int(),
      p50_ms: z.number().nullable(),
    }),
  ),
  /** By version of the cause: all that were received, also those that never led to the effect. */
  versions: z.array(
    z.object({
      version: z.string(),
      count: z.number().int(),
      causes: z.number().int(),
      share: z.number(),
    }),
  ),
  /** Services that produced the effect, and so are seen consuming the cause; empty name: unknown. */
  services: z.array(z.object({ service: z.string(), count: z.number().int() })),
})
export type FlowStep = z.infer<typeof flowStepSchema>

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
  /** Days on which the events of chains are found. */
  chains: recountedSchema,
})
export type Recount = z.infer<typeof recountSchema>
