import { z } from 'zod'
import { joinedBySchema } from './chain'
import { eventFlagSchema, validitySchema } from './event'
import { kindSchema } from './event-type'

const integers = z.array(z.number().int())

/**
 * A chain by columns, for screens: one list a fact instead of one object an event. All lists of `integers` have one entry
 * a member, in reading order. `lib/domain/chain-view/chain-columns.ts` packs and unpacks it.
 */
export const chainColumnsSchema = z.object({
  focus: z.string(),
  /** Joined by line ends, which no id holds. */
  event_ids: z.string(),
  /** Index of the parent among the members; -1 for none named; -2 - n for the missing parent n. */
  parents: integers,
  depths: integers,
  /** Microseconds, the first since 1970, the others since the member before. */
  created: z.array(z.number()),
  received: z.array(z.number()),
  /** Indexes into `names`. */
  types: integers,
  versions: integers,
  owners: integers,
  producers: integers,
  traces: integers,
  /** Indexes into `states`. */
  member_states: integers,
  names: z.object({
    types: z.array(z.object({ name: z.string(), kind: kindSchema.nullable() })),
    versions: z.array(z.string()),
    owners: z.array(z.string().nullable()),
    producers: z.array(z.string().nullable()),
    traces: z.array(z.string().nullable()),
  }),
  states: z.array(
    z.object({ status: validitySchema, joined_by: joinedBySchema, flags: z.array(eventFlagSchema) }),
  ),
  /** Only of events that were delivered more than once. */
  deliveries: z.array(z.object({ member: z.number().int(), count: z.number().int() })),
  missing: z.array(
    z.object({
      event_id: z.string(),
      before: z.number().int(),
      /** Indexes of members. */
      children: integers,
      expired: z.boolean(),
    }),
  ),
  large_traces: z.array(z.object({ trace_id: z.string(), count: z.number().int() })),
  truncated: z.boolean(),
})
export type ChainColumns = z.infer<typeof chainColumnsSchema>
