import { z } from 'zod'
import { instantSchema, textSchema } from './identifiers'
import { pageOf } from './pages'

export const inboxItemSchema = z.object({
  id: z.number().int(),
  /** What happened. */
  kind: z.enum([
    'submit',
    'comment',
    'approve',
    'request-changes',
    'revise',
    'publish',
    'decline',
    'withdraw',
    'version-deprecated',
    'version-retired',
    'event-type-deprecated',
    'event-type-retired',
    'webhook-off',
  ]),
  /** Null where it happened to a webhook. */
  event_type: z.string().nullable(),
  /** The name of a webhook that was switched off; null otherwise. */
  webhook: z.string().nullable(),
  /** The proposal it happened to; null where it happened to a published version. */
  proposal: z.string().nullable(),
  version: z.string().nullable(),
  body: z.string(),
  /** Why whoever asks is told. */
  because: z.enum([
    'mentioned',
    'author',
    'spoke',
    'owner',
    'reviewer',
    'consumer',
    'administrator',
    'hears',
  ]),
  by: z.string(),
  at: instantSchema,
  read: z.boolean(),
})
export type InboxItem = z.infer<typeof inboxItemSchema>
export const inboxPageSchema = pageOf(inboxItemSchema)
export const unreadSchema = z.object({ unread: z.number().int() })
/** Everything up to this one, of one proposal where that is named; or one alone. */
export const inboxReadSchema = z.strictObject({
  up_to: z.number().int().min(0).max(2_147_483_647).optional(),
  id: z.number().int().min(0).max(2_147_483_647).optional(),
  proposal: textSchema(100).optional(),
})
