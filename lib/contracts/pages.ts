import { z } from 'zod'

/** Every list on the wire: a page of items and the cursor of the next one, or null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() })
}

/** Largest page a list gives out. */
export const MAX_PAGE = 1_000

/** Names of 200 characters take up to 800 bytes, and a cursor a third more. */
const MAX_CURSOR = 2_000

export const pageQuerySchema = z.object({
  cursor: z.string().max(MAX_CURSOR).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
})
