import { z } from 'zod'
import { identifierSchema, instantSchema } from './identifiers'
import { pageOf, pageQuerySchema } from './pages'

/** An event type as its events show it, whether the catalog knows it or not. */
export const seenTypeSchema = z.object({
  name: identifierSchema,
  /** The labels that its events name; empty where they named only a schema id. */
  versions: z.array(z.string()),
  /** The services that produced them, as far as they are known. */
  producers: z.array(z.string()),
  /** Events received. */
  count: z.number().int(),
  first_seen_at: instantSchema,
  last_received_at: instantSchema,
})
export type SeenType = z.infer<typeof seenTypeSchema>
export const seenTypePageSchema = pageOf(seenTypeSchema)

/** In what order seen types are listed: by name, or those with the most events first. */
const seenSortSchema = z.enum(['name', 'events'])
export type SeenSort = z.infer<typeof seenSortSchema>
export const seenTypeListQuerySchema = pageQuerySchema.extend({
  /**
   * `name` where left out. By `events`, a type of which more come between two pages may stand on an earlier page than the
   * one that is asked for: who needs each of them lists by name.
   */
  sort: seenSortSchema.optional(),
})

/** Without `version` events of all versions are looked at. */
export const seenTypeQuerySchema = z.object({ version: identifierSchema.optional() })

export const inferredSchemaSchema = seenTypeSchema.extend({
  in_catalog: z.boolean(),
  /** How many of its latest events the schema was inferred from. */
  samples: z.number().int(),
  schema: z.record(z.string(), z.unknown()),
  /** Data of a few of them. */
  examples: z.array(z.unknown()),
})
export type InferredSchema = z.infer<typeof inferredSchemaSchema>
