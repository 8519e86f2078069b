import { z } from 'zod'
import { eventTypeStatusSchema, kindSchema } from './event-type'
import { pageOf } from './pages'
import { referenceSchema } from './people'

/** An event type that may be what a draft is about, and what speaks for it. */
export const alikeSchema = z.object({
  event_type: z.string(),
  kind: kindSchema,
  owner: referenceSchema.nullable(),
  description: z.string(),
  status: eventTypeStatusSchema,
  /** What to go to instead where it is left. */
  successor: z.string().nullable(),
  /** Whether its name speaks of the same thing, perhaps in other words. */
  same_thing: z.boolean(),
  /** Whether its name says that the same happened. */
  same_verb: z.boolean(),
  /** Fields of the draft that it has too, the rarest first. */
  shared_fields: z.array(z.string()),
  /** How many different fields the draft has. */
  field_count: z.number().int(),
})
export type Alike = z.infer<typeof alikeSchema>
export const alikePageSchema = pageOf(alikeSchema)
