import { z } from 'zod'
import { newsKinds } from '@/lib/domain/news/news'
import { identifierSchema, instantSchema, titleSchema } from './identifiers'
import { pageOf } from './pages'

const newsKindSchema = z.enum(newsKinds)

/** Where news are sent to. A secret stands in a header of its own and not in the address, which is shown. */
const webhookUrlSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine(isPostable, 'an https:// address without a user name and without "#"')

function isPostable(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cs}#]+$/u.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

export const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(newsKindSchema),
  /** The slug of the owner whose news it hears; null for everybody's. */
  owner: z.string().nullable(),
  /** The event type whose news it hears; null for all. */
  event_type: z.string().nullable(),
  on: z.boolean(),
  /** Why it was switched off by itself; empty where it is on, or a person did it. */
  off_reason: z.string(),
  /** The first failure after the last success. */
  failing_since: instantSchema.nullable(),
  /** Until when the secret before this one signs, too; null where there is none. */
  old_secret_until: instantSchema.nullable(),
  created_at: instantSchema,
})
export type Webhook = z.infer<typeof webhookSchema>
export const webhookPageSchema = pageOf(webhookSchema)

const writable = {
  name: titleSchema,
  url: webhookUrlSchema,
  kinds: z
    .array(newsKindSchema)
    .min(1, 'at least one')
    .max(newsKinds.length)
    .transform((kinds) => [...new Set(kinds)]),
  owner: identifierSchema.nullable(),
  event_type: identifierSchema.nullable(),
}
export const newWebhookSchema = z.strictObject(writable).partial({ owner: true, event_type: true })
export type NewWebhook = z.infer<typeof newWebhookSchema>
export const webhookPatchSchema = z.strictObject({ ...writable, on: z.boolean() }).partial()
export type WebhookPatch = z.infer<typeof webhookPatchSchema>

export const madeWebhookSchema = webhookSchema.extend({
  /** What messages are signed with, as Standard Webhooks has it: `whsec_` and base64. It cannot be shown again. */
  secret: z.string(),
})
export type MadeWebhook = z.infer<typeof madeWebhookSchema>

/** The old secret signs beside the new one for a day, unless it is known to somebody who should not know it. */
export const secretRenewalSchema = z.strictObject({ end_old: z.boolean() }).partial()
export type SecretRenewal = z.infer<typeof secretRenewalSchema>

export const deliverySchema = z.object({
  /** Sent as `webhook-id`, the same at every attempt. */
  id: z.string(),
  kind: z.union([newsKindSchema, z.literal('WebhookTested')]),
  subject: z.string(),
  /** `waiting` also between attempts. */
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  /** When it is tried next; null where it is not. */
  next_at: instantSchema.nullable(),
  last_at: instantSchema.nullable(),
  /** Null where nobody answered. */
  last_status: z.number().int().nullable(),
  /** The beginning of the answer, or why there was none. */
  last_answer: z.string(),
  last_ms: z.number().int().nullable(),
  created_at: instantSchema,
  /** The body, as it is sent. */
  message: z.string(),
})
export type Delivery = z.infer<typeof deliverySchema>
export const deliveryPageSchema = pageOf(deliverySchema)
export const deliveryParams = z.object({ id: identifierSchema, delivery: identifierSchema })
