import { z } from 'zod'

/** What is wrong at one place of the request body; `pointer` is an RFC 6901 JSON Pointer. */
export const violationSchema = z.object({ pointer: z.string(), code: z.string(), message: z.string() })
export type Violation = z.infer<typeof violationSchema>

/** RFC 9457 problem details. */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  request_id: z.string(),
  errors: z.array(violationSchema).optional(),
})
export type ProblemDetails = z.infer<typeof problemDetailsSchema>
