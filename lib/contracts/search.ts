import { z } from 'zod'

/** What the palette finds. `href` is an address of this application. */
export const searchHitSchema = z.object({
  kind: z.enum(['event-type', 'field', 'owner', 'service', 'domain', 'event', 'trace', 'key']),
  title: z.string(),
  subtitle: z.string(),
  href: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>
export const searchAnswerSchema = z.object({ hits: z.array(searchHitSchema) })
export const searchQuerySchema = z.object({
  q: z.string().max(500),
  limit: z.coerce.number().int().min(1).max(50).optional(),
})
