import { z } from 'zod'
import { jsonSchema, schemaDocumentSchema } from './identifiers'

export const verdictSchema = z.enum(['compatible', 'breaking', 'unknown'])
export type Verdict = z.infer<typeof verdictSchema>
export const modeSchema = z.enum(['backward', 'forward', 'full', 'none'])
export const policySchema = z.enum(['tolerant', 'strict', 'confluent'])
export type Policy = z.infer<typeof policySchema>

/** What a call that compares schemas may come to where they are large. */
export const comparingProblems = ['comparing-busy', 'comparison-given-up'] as const

/** One direction's verdict. Breaking has a witness and its path, unknown has a reason. */
export const directionVerdictSchema = z.object({
  verdict: verdictSchema,
  witness: jsonSchema.optional(),
  path: z.string().optional(),
  reason: z.string().optional(),
})
export type DirectionVerdict = z.infer<typeof directionVerdictSchema>

/** `backward`: new readers, old events. `forward`: old readers, new events. */
export const changeClassSchema = z.enum(['breaking', 'safe', 'unknown'])
export const changeSchema = z.object({
  kind: z.string(),
  /** JSON Pointer into the schema after, or before for what is gone. */
  path: z.string(),
  /** Where it is in the data: `lines[].sku`. */
  field: z.string(),
  message: z.string(),
  backward: changeClassSchema,
  forward: changeClassSchema,
  risky: z.boolean(),
  documentation: z.boolean(),
  /** Per breaking direction, an event that this change alone breaks. */
  witnesses: z.object({ backward: jsonSchema.optional(), forward: jsonSchema.optional() }),
  before: jsonSchema.optional(),
  after: jsonSchema.optional(),
})
export type Change = z.infer<typeof changeSchema>

export const compatibilityQuestionSchema = z.strictObject({
  before: schemaDocumentSchema,
  after: schemaDocumentSchema,
  mode: modeSchema.optional(),
  policy: policySchema.optional(),
})
export type CompatibilityQuestion = z.infer<typeof compatibilityQuestionSchema>
export const compatibilityAnswerSchema = z.object({
  verdict: verdictSchema,
  backward: directionVerdictSchema,
  forward: directionVerdictSchema,
  changes: z.array(changeSchema),
  /** Where another policy answers a direction otherwise, and why. */
  differences: z.array(
    z.object({
      policy: policySchema,
      direction: z.enum(['backward', 'forward']),
      verdict: verdictSchema,
      message: z.string(),
    }),
  ),
})
export type CompatibilityAnswer = z.infer<typeof compatibilityAnswerSchema>
