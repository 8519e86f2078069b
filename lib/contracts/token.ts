import { z } from 'zod'
import { identifierSchema, instantSchema, titleSchema } from './identifiers'
import { pageOf } from './pages'
import { referenceSchema } from './people'
import { scopeSchema } from './person'

/** A token for programs; what is sent with it is shown once, when it is made. */
export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(scopeSchema),
  /** The service that sends events with it, where their envelopes name no producer. */
  service: referenceSchema.nullable(),
  /** Whose it is: it may what this person may, within its scopes. */
  person: z.object({ id: z.string(), name: z.string() }),
  created_at: instantSchema,
  expires_at: instantSchema.nullable(),
  /** To the minute. */
  last_used_at: instantSchema.nullable(),
  revoked_at: instantSchema.nullable(),
})
export type Token = z.infer<typeof tokenSchema>
export const tokenPageSchema = pageOf(tokenSchema)

export const newTokenSchema = z
  .strictObject({
    name: titleSchema,
    scopes: z
      .array(scopeSchema)
      .min(1, 'at least one scope')
      .max(scopeSchema.options.length)
      .transform((scopes) => [...new Set(scopes)]),
    service: identifierSchema.nullable(),
    /** Null: it never expires. Without it, a year from now. */
    expires_at: instantSchema.nullable(),
  })
  .partial({ service: true, expires_at: true })
export type NewToken = z.infer<typeof newTokenSchema>

export const madeTokenSchema = tokenSchema.extend({
  /** Send it as "Authorization: Bearer …". It is kept as a hash and cannot be shown again. */
  secret: z.string(),
})
export type MadeToken = z.infer<typeof madeTokenSchema>
