import { z } from 'zod'
import { NAME_STYLES } from '@/lib/domain/lint/name-style'
import { kindSchema } from './event-type'
import { identifierSchema, instantSchema, jsonSchema, schemaDocumentSchema, proseSchema } from './identifiers'

export const severitySchema = z.enum(['error', 'warning', 'hint'])

/** A change one can apply to the linted schema, RFC 6902 JSON Patch, or a better name. */
export const fixSchema = z.object({
  title: z.string(),
  patch: z
    .array(
      z.object({
        op: z.enum(['add', 'remove', 'replace', 'move']),
        path: z.string(),
        from: z.string().optional(),
        value: jsonSchema.optional(),
      }),
    )
    .optional(),
  name: z.string().optional(),
})
/** Why a finding holds nothing up: somebody decided so. */
export const findingWaiverSchema = z.object({
  id: z.string(),
  reason: z.string(),
  created_by: z.string(),
  created_at: instantSchema,
})
export const findingSchema = z.object({
  rule: z.string(),
  severity: severitySchema,
  path: z.string(),
  message: z.string(),
  fix: fixSchema.optional(),
  waiver: findingWaiverSchema.optional(),
})
export type Finding = z.infer<typeof findingSchema>

export const lintQuestionSchema = z.strictObject({
  name: identifierSchema.optional(),
  kind: kindSchema.optional(),
  entity: identifierSchema.nullable().optional(),
  /** Stands in for a description, and for examples, inside the schema. */
  description: proseSchema.optional(),
  schema: schemaDocumentSchema.optional(),
  examples: z.array(jsonSchema).max(50).optional(),
})
export type LintQuestion = z.infer<typeof lintQuestionSchema>
/** What the rules look at beside the schema itself: enough to run them elsewhere, as the editor does. */
export const lintContextSchema = z.object({
  /** Names of every event type. */
  catalog_names: z.array(z.string()),
  /** The latest schemas of the entity's events, as far as there are such. */
  entity_schemas: z.object({
    created: jsonSchema.optional(),
    updated: jsonSchema.optional(),
    deleted: jsonSchema.optional(),
  }),
  rule_severities: z.record(z.string(), z.enum([...severitySchema.options, 'off'])),
  name_style: z.enum(NAME_STYLES).nullable(),
})
export type LintContext = z.infer<typeof lintContextSchema>
export const lintContextQuerySchema = z.object({ entity: identifierSchema.optional() })
export const lintAnswerSchema = z.object({ findings: z.array(findingSchema) })
