import { z } from 'zod'

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.enum(['embedded', 'external']),
  /** Events received in the last second, for the header. */
  events_per_second: z.number(),
  /** Since this process began: to see where the time of receiving goes, read it twice and divide what was added. */
  receiving: z.object({
    events: z.number(),
    /** Milliseconds by the clock that each stage took, of requests and groups one beside the other. */
    stages_ms: z.record(z.string(), z.number()),
  }),
})
export type Health = z.infer<typeof healthSchema>
