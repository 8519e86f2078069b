import { z } from 'zod'
import { PROPOSAL_EVENTS } from '@/lib/domain/review/proposal-state'
import { doerSchema, draftSchema, draftStateSchema } from './draft'
import { identifierSchema, instantSchema, jsonSchema, textSchema } from './identifiers'
import { pageOf } from './pages'

const proposalEventSchema = z.enum(PROPOSAL_EVENTS)
const bodySchema = textSchema(10_000)
const pointerSchema = textSchema(2_000).refine(
  (text) => text === '' || text.startsWith('/'),
  'a JSON Pointer: empty, or beginning with "/"',
)

const entrySchema = z.object({
  id: z.number().int(),
  event: proposalEventSchema,
  state: draftStateSchema,
  revision: z.number().int(),
  body: z.string(),
  by: doerSchema,
  as_reviewer: z.boolean(),
  as_owner: z.boolean(),
  at: instantSchema,
})
export type ProposalEntry = z.infer<typeof entrySchema>

/** A change one can apply to the schema: RFC 6902 JSON Patch. */
const suggestionSchema = z
  .array(
    z.strictObject({
      op: z.enum(['add', 'remove', 'replace', 'move']),
      path: pointerSchema,
      from: pointerSchema.optional(),
      value: jsonSchema.optional(),
    }),
  )
  .min(1)
  .max(50)
export type Suggestion = z.infer<typeof suggestionSchema>

const commentSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  body: z.string(),
  suggestion: suggestionSchema.nullable(),
  by: doerSchema,
  at: instantSchema,
})
export const threadSchema = z.object({
  id: z.string(),
  /** Where its field is now, and where it was when the first comment was made. */
  pointer: z.string(),
  opened_at: z.string(),
  /** The field is not in the schema any more. */
  is_gone: z.boolean(),
  revision: z.number().int(),
  resolved_by: z.string().nullable(),
  resolved_at: instantSchema.nullable(),
  comments: z.array(commentSchema),
})
export type Thread = z.infer<typeof threadSchema>

const requirementSchema = z.object({
  kind: z.enum(['approvals', 'owner', 'reviewer-new', 'reviewer-breaking']),
  is_met: z.boolean(),
  needed: z.number().int(),
  by: z.array(z.string()),
  /** Who had approved before the content changed. */
  asked_again: z.array(z.string()),
})

/** Where a proposal stands: who said what, what is missing, and what whoever asks may do. */
export const reviewSchema = z.object({
  id: z.string(),
  state: draftStateSchema,
  revision: z.number().int(),
  content_revision: z.number().int(),
  /** What whoever asks may do now. */
  allowed: z.array(proposalEventSchema),
  /** Whether it would have to be reviewed before it is published. */
  review_needed: z.boolean(),
  approval: z.object({
    is_approved: z.boolean(),
    requirements: z.array(requirementSchema),
    changes_wanted_by: z.array(z.string()),
  }),
  /** The version published meanwhile, which the proposal has not taken in; null where there is none. */
  overtaken_by: z.string().nullable(),
  /** What happened, first to last. */
  entries: z.array(entrySchema),
  threads: z.array(threadSchema),
  /** Full names that somebody is mentioned by in the entries and threads: `@Mara Lindqvist`. */
  mentioned_names: z.array(z.string()),
})
export type Review = z.infer<typeof reviewSchema>

export const statementSchema = z.strictObject({ body: bodySchema }).partial()

const newCommentFields = {
  body: bodySchema,
  suggestion: suggestionSchema.nullable().optional(),
  /** The thread that is answered, or the place where one begins. */
  thread: identifierSchema.optional(),
  pointer: pointerSchema.optional(),
  /** The one that was read, which the place is one of; the latest where it is not said. */
  revision: z.number().int().min(1).max(2_147_483_647).optional(),
}
const isPlaced = ({ thread, pointer }: { thread?: string; pointer?: string }) =>
  (thread === undefined) !== (pointer === undefined)
const isSaid = ({ body, suggestion }: { body: string; suggestion?: unknown }) =>
  body.trim() !== '' || (suggestion ?? null) !== null
export const newCommentSchema = z
  .strictObject(newCommentFields)
  .refine(isPlaced, { path: ['pointer'], message: 'either the thread that is answered, or a pointer' })
  .refine(isSaid, { path: ['body'], message: 'a comment says something, or suggests a change' })
export type NewComment = z.infer<typeof newCommentSchema>

export const newReviewSchema = z
  .strictObject({
    verdict: z.enum(['comment', 'request-changes', 'approve']),
    body: bodySchema.optional(),
    /** Comments made while one was reading, handed in with the rest. */
    comments: z.array(newCommentSchema).max(200).optional(),
  })
  .refine(
    ({ verdict, body = '', comments = [] }) =>
      verdict === 'approve' || body.trim() !== '' || comments.length > 0,
    { path: ['body'], message: 'say what is wanted, here or at a field' },
  )
export type NewReview = z.infer<typeof newReviewSchema>

export const threadPatchSchema = z.strictObject({ resolved: z.boolean() })
export const threadParamsSchema = z.object({ id: identifierSchema, thread: identifierSchema })

/** A breaking change is published knowingly: with the reason, which stays with the version. */
export const publicationSchema = z.strictObject({ breaking_reason: textSchema(2_000) }).partial()

export const revisionSummarySchema = z.object({
  revision: z.number().int(),
  by: doerSchema,
  saved_at: instantSchema,
  only_documentation: z.boolean(),
  /** Where it came from when nobody typed it; empty for a save. */
  origin: z.string(),
})
export type RevisionSummary = z.infer<typeof revisionSummarySchema>
export const revisionPageSchema = pageOf(revisionSummarySchema)
export const revisionContentSchema = z.object({
  event_type: z.string(),
  kind: z.string(),
  entity: z.string().nullable(),
  operation: z.string().nullable(),
  description: z.string(),
  owner: z.string().nullable(),
  domain: z.string().nullable(),
  label: z.string(),
  summary: z.string(),
  schema_text: z.string(),
  examples_text: z.string(),
  base: z.string().nullable(),
})
export type RevisionContent = z.infer<typeof revisionContentSchema>
export const draftRevisionSchema = revisionSummarySchema.extend({ content: revisionContentSchema })
export type DraftRevision = z.infer<typeof draftRevisionSchema>
export const revisionParamsSchema = z.object({
  id: identifierSchema,
  number: z.coerce.number().int().min(1).max(2_147_483_647),
})

/** The draft on the version that is the latest now; `conflicts` are places that both changed, where the draft's own stands. */
export const rebasedSchema = z.object({ draft: draftSchema, conflicts: z.array(z.string()) })
export type Rebased = z.infer<typeof rebasedSchema>
