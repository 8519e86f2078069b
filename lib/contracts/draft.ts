import { z } from 'zod'
import { MAX_LABEL } from '@/lib/domain/envelope/identifier'
import { PROPOSAL_STATES } from '@/lib/domain/review/proposal-state'
import { QUEUES, QUEUE_SORTS } from '@/lib/domain/review/queue'
import { verdictSchema } from './compatibility'
import { kindSchema, operationSchema } from './event-type'
import { countSchema, identifierSchema, instantSchema, proseSchema, textSchema } from './identifiers'
import { pageOf, pageQuerySchema } from './pages'
import { referenceSchema } from './people'

export const draftStateSchema = z.enum(PROPOSAL_STATES)
export type DraftState = z.infer<typeof draftStateSchema>

const draftText = textSchema(1_000_000)

/** Who did something: the name as it was then. Empty where nobody knows. */
export const doerSchema = z.object({ id: z.string(), name: z.string() })
export type Doer = z.infer<typeof doerSchema>

export const draftSummarySchema = z.object({
  id: z.string(),
  event_type: z.string(),
  kind: kindSchema,
  label: z.string(),
  summary: z.string(),
  state: draftStateSchema,
  base: z.string().nullable(),
  owner: referenceSchema.nullable(),
  domain: referenceSchema.nullable(),
  revision: z.number().int(),
  /** The last revision in which more than documentation changed: what was said before it, was said of something else. */
  content_revision: z.number().int(),
  author: doerSchema,
  /** When it was handed in last; null while it never was. */
  submitted_at: instantSchema.nullable(),
  /** What it does to those who read its base, as of the last time it was handed in or revised in review. */
  verdict: verdictSchema.nullable(),
  /** Since when somebody is to make the next move: since it was handed in, else since it was changed last. */
  waits_since: instantSchema,
  /** Whether whoever asks began it. */
  mine: z.boolean(),
  /** Whether the next move is that of whoever asks: a review, or for an author what the review brought. */
  waiting_for_me: z.boolean(),
  created_at: instantSchema,
  updated_at: instantSchema,
})
export type DraftSummary = z.infer<typeof draftSummarySchema>

export const draftSchema = draftSummarySchema.extend({
  entity: z.string().nullable(),
  operation: operationSchema.nullable(),
  description: z.string(),
  /** The schema's text as the author left it: it need not parse. */
  schema_text: z.string(),
  examples_text: z.string(),
  /** Whether the event type is in the catalog already. */
  event_type_exists: z.boolean(),
  published_version: z.string().nullable(),
})
export type Draft = z.infer<typeof draftSchema>
export const draftPageSchema = pageOf(draftSummarySchema).extend({
  /**
   * On the first page of a queue, null elsewhere: how many each queue holds of this owner, domain and event type, and
   * whose proposals there are at all.
   */
  overview: z
    .object({
      counts: z.object({ waiting: countSchema, mine: countSchema, open: countSchema, ended: countSchema }),
      owners: z.array(referenceSchema),
      domains: z.array(referenceSchema),
    })
    .nullable(),
})
export type QueueOverview = NonNullable<z.infer<typeof draftPageSchema>['overview']>

const draftFields = {
  kind: kindSchema,
  entity: identifierSchema.nullable(),
  operation: operationSchema.nullable(),
  description: proseSchema,
  owner: identifierSchema.nullable(),
  domain: identifierSchema.nullable(),
  label: textSchema(MAX_LABEL),
  summary: textSchema(500),
  schema_text: draftText,
  examples_text: draftText,
}
/** Without `schema_text` the draft starts from the base version's schema, or from an empty object schema. */
export const newDraftSchema = z
  .strictObject({ event_type: identifierSchema, base: z.string().max(MAX_LABEL).nullable(), ...draftFields })
  .partial()
  .required({ event_type: true })
export type NewDraft = z.infer<typeof newDraftSchema>
/** While the event type is not in the catalog yet, the draft's name may still change. */
export const draftPatchSchema = z.strictObject({ event_type: identifierSchema, ...draftFields }).partial()
export type DraftPatch = z.infer<typeof draftPatchSchema>

export const draftQuerySchema = pageQuerySchema.extend({
  state: draftStateSchema.optional(),
  event_type: textSchema(200).optional(),
  /** Slugs. */
  owner: identifierSchema.optional(),
  domain: identifierSchema.optional(),
  queue: z.enum(QUEUES).optional(),
  /** Without it, last changed first. */
  sort: z.enum(QUEUE_SORTS).optional(),
})
export type DraftQuery = z.infer<typeof draftQuerySchema>
