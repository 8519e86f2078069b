import { z } from 'zod'
import { identifierSchema, instantSchema, textSchema } from './identifiers'
import { findingWaiverSchema } from './lint'
import { pageOf } from './pages'

/** A finding that was waived: the finding as it was, who waived it, when and why; and who took it back. */
export const waiverSchema = findingWaiverSchema.extend({
  event_type: z.string(),
  rule: z.string(),
  path: z.string(),
  message: z.string(),
  ended_by: z.string().nullable(),
  ended_at: instantSchema.nullable(),
})
export type Waiver = z.infer<typeof waiverSchema>
export const waiverPageSchema = pageOf(waiverSchema)

export const newWaiverSchema = z.strictObject({
  rule: textSchema(200).min(1),
  /** The finding's place, a JSON Pointer. */
  path: textSchema(10_000),
  /** The finding's sentence. */
  message: textSchema(10_000),
  reason: textSchema(2_000)
    .trim()
    .min(1)
    .refine((text) => text.length >= 10, 'a reason that others understand: at least 10 characters'),
})
export type NewWaiver = z.infer<typeof newWaiverSchema>
export const waiverParamsSchema = z.object({ name: identifierSchema, id: identifierSchema })
