import { z } from 'zod'
import { compatibilityAnswerSchema } from './compatibility'
import {
  identifierSchema,
  instantSchema,
  jsonSchema,
  labelSchema,
  proseSchema,
  schemaDocumentSchema,
  textSchema,
} from './identifiers'
import { findingSchema } from './lint'
import { pageOf } from './pages'

export const versionStatusSchema = z.enum(['active', 'deprecated', 'retired'])

export const schemaVersionSchema = z.object({
  id: z.string(),
  event_type: z.string(),
  label: labelSchema,
  ordinal: z.number().int(),
  status: versionStatusSchema,
  /** Why it is deprecated or retired; empty where nobody said. */
  status_reason: z.string(),
  /** The version to go to. */
  successor: labelSchema.nullable(),
  /** The day until which a deprecated version is to be read, or on which it was retired: `2026-08-06`. */
  retires_on: z.iso.date().nullable(),
  latest: z.boolean(),
  schema: jsonSchema,
  /** Examples of the data block, as the author gave them. */
  examples: z.array(jsonSchema),
  notes: z.string(),
  base: labelSchema.nullable(),
  published_at: instantSchema,
  published_by: z.string(),
  /** The proposal it came from; null where it was published directly. */
  proposal: z.string().nullable(),
  /** Why it breaks somebody, said by whoever published it knowingly; empty otherwise. */
  breaking_reason: z.string(),
})
export type SchemaVersion = z.infer<typeof schemaVersionSchema>
export const schemaVersionPageSchema = pageOf(schemaVersionSchema)

const identity = textSchema(2_000)
/** Addresses as references name them, without their fragments. */
export const referencedQuerySchema = z.object({
  identity: z
    .union([identity, z.array(identity).max(100)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
})
/** What the catalog has under these addresses, and under those that what it has refers to. */
export const referencedSchema = z.object({
  items: z.array(z.object({ identity: z.string(), schema: jsonSchema })),
})
export type Referenced = z.infer<typeof referencedSchema>

export const newVersionSchema = z.strictObject({
  label: labelSchema.optional(),
  schema: schemaDocumentSchema,
  examples: z.array(jsonSchema).max(50).optional(),
  notes: proseSchema.optional(),
  /** Label of the version this one continues, for a maintenance version. Default: the latest. */
  base: labelSchema.optional(),
  /** Why it is published though it breaks somebody. Needed where it does, but for imports of a history. */
  breaking_reason: textSchema(2_000).optional(),
  /** When it was published, for imports of a history. Needs a token. */
  published_at: instantSchema.optional(),
})
export type NewVersion = z.infer<typeof newVersionSchema>

/** What may change about a published version. What is left out stays; `active` clears the rest. */
export const versionPatchSchema = z
  .strictObject({
    status: versionStatusSchema,
    status_reason: textSchema(2_000),
    successor: labelSchema.nullable(),
    retires_on: z.iso.date().nullable(),
  })
  .partial()
export type VersionPatch = z.infer<typeof versionPatchSchema>

/**
 * `created` is false where identical content was already published. Where findings hold up publishing there is no
 * version but a proposal, at the address it names.
 */
export const publishedVersionSchema = z.object({
  created: z.boolean(),
  version: schemaVersionSchema.nullable(),
  proposal: z.object({ id: z.string(), href: z.string() }).nullable(),
  findings: z.array(findingSchema),
})
export type PublishedVersion = z.infer<typeof publishedVersionSchema>

/** 201 for a new version, 200 for the existing one, 202 for a proposal. */
export function publicationStatus(output: unknown): number {
  const { created, proposal } = output as PublishedVersion
  if (proposal) return 202
  return created ? 201 : 200
}

export const diffSchema = compatibilityAnswerSchema.extend({
  event_type: z.string(),
  before: labelSchema,
  after: labelSchema,
})
export type Diff = z.infer<typeof diffSchema>
export const diffQuerySchema = z.object({
  from: labelSchema,
  to: labelSchema,
  policy: z.enum(['tolerant', 'strict', 'confluent']).optional(),
})
export const versionParamsSchema = z.object({ name: identifierSchema, version: labelSchema })
