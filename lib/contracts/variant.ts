import { z } from 'zod'
import { identifierSchema } from './identifiers'

/** One place of a shape; an empty type is a parent that was never received. */
const placeSchema = z.object({ type: z.string(), depth: z.number().int(), many: z.boolean() })

/** Chains of one shape, whatever the order of siblings; equal siblings are one place. */
export const variantSchema = z.object({
  /** The same for the same shape, wherever and whenever. */
  hash: z.string(),
  count: z.number().int(),
  /** Part of the chains that were looked at: 0 to 1. */
  share: z.number(),
  /** When the first and the last of the chains looked at began. */
  first_seen: z.string(),
  last_seen: z.string(),
  /** The event that the latest of them begins with. */
  example: z.string(),
  /** Places of the shape, and the first of them in reading order. */
  size: z.number().int(),
  outline: z.array(placeSchema),
})
export type Variant = z.infer<typeof variantSchema>

export const variantsQuerySchema = z.object({
  /** Only chains that begin with this event type. */
  type: identifierSchema.optional(),
})
export const variantsSchema = z.object({
  /** Most frequent first. */
  items: z.array(variantSchema),
  next_cursor: z.null(),
  /** How many chains were looked at: a sample of the last 30 days, quiet for ten minutes. */
  chains: z.number().int(),
  /** With which types chains begin, most frequent first. */
  root_types: z.array(z.string()),
})
export type Variants = z.infer<typeof variantsSchema>

export const chainVariantSchema = z.object({
  hash: z.string(),
  /** What its chain begins with; null where that was never received. */
  root_type: z.string().nullable(),
  /** Chains that begin so and were looked at, and how many of them have this shape. */
  chains: z.number().int(),
  count: z.number().int(),
  share: z.number(),
  usual: z.boolean(),
  /** The nearest usual shape, where this is none: the steps of both, in reading order. */
  nearest: z
    .object({
      share: z.number(),
      example: z.string(),
      steps: z.array(
        z.object({
          type: z.string(),
          depth: z.number().int(),
          is: z.enum(['same', 'more', 'missing', 'often', 'once']),
        }),
      ),
    })
    .nullable(),
})
export type ChainVariant = z.infer<typeof chainVariantSchema>
