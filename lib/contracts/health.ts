import { z } from 'zod'

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.enum(['embedded', 'external']),
  /** Events received in the last second, for the header. */
  events_per_second: z.number(),
})
export type Health = z.infer<typeof healthSchema>
