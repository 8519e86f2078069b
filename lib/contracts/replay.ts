import { z } from 'zod'
import { identifierSchema, instantSchema } from './identifiers'
import { pageOf } from './pages'

const count = z.number().int()
const service = z.string().nullable()
/** `more`: there are more than this, not told apart. */
const total = z.object({ count, more: z.boolean() })

/** What a draft would do to the stored events. Names no values of theirs; examples are ids. */
const replayFindingsSchema = z.object({
  events: count,
  rejected: count,
  unjudged: count,
  producers: z.array(z.object({ service, events: count, rejected: count })),
  versions: z.array(z.object({ service, version: z.string(), events: count })),
  reasons: z.array(
    z.object({
      pointer: z.string(),
      code: z.string(),
      message: z.string(),
      count,
      examples: z.array(z.string()),
    }),
  ),
  /** Fields that the draft does not name, and how many events have each. */
  undeclared: z.array(z.object({ field: z.string(), count })),
  /** How many of each there are: the lists have the most frequent. Absent in replays of before this was known. */
  totals: z.object({ producers: total, versions: total, reasons: total, undeclared: total }).optional(),
})

export const replaySchema = z.object({
  id: z.string(),
  revision: count,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: count,
  total: count.nullable(),
  /** Why it failed; empty otherwise. */
  message: z.string(),
  findings: replayFindingsSchema.nullable(),
  started_by: z.string(),
  started_at: instantSchema,
  updated_at: instantSchema,
})
export type Replay = z.infer<typeof replaySchema>
export const replayPageSchema = pageOf(replaySchema)
export const replayParamsSchema = z.object({ id: identifierSchema, replay: identifierSchema })
