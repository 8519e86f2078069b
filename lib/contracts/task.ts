import { z } from 'zod'
import { instantSchema } from './identifiers'
import { pageOf } from './pages'

/** Long work a person may watch. `total` is null while it is not known. */
export const taskSchema = z.object({
  id: z.string(),
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  message: z.string(),
  updated_at: instantSchema,
})
export type Task = z.infer<typeof taskSchema>
export const taskPageSchema = pageOf(taskSchema)
export const taskBodySchema = z.strictObject({
  label: z.string().min(1).max(200),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int().min(0),
  total: z.number().int().min(0).nullable(),
  message: z.string().max(500).optional(),
})
export type TaskBody = z.infer<typeof taskBodySchema>
