import { z } from 'zod'
import { countSchema, instantSchema, textSchema, titleSchema } from './identifiers'
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
  label: titleSchema,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: countSchema,
  total: countSchema.nullable(),
  message: textSchema(500).optional(),
})
export type TaskBody = z.infer<typeof taskBodySchema>
