import { z } from 'zod'
import { identifierSchema, instantSchema } from './identifiers'

const toldByMailSchema = z.enum(['never', 'at-once', 'daily'])

/** A browser in which one is signed in. */
const sessionSchema = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  /** As the browser calls itself; empty where it does not. */
  user_agent: z.string(),
  /** Of the network; empty where a proxy stands in between. */
  address: z.string(),
  created_at: instantSchema,
  expires_at: instantSchema,
})
export type Session = z.infer<typeof sessionSchema>

/** What is one's own, and nobody else's business. */
export const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** Whether one signs in with a password; otherwise with the company's provider, or with the demo's one click. */
  has_password: z.boolean(),
  /** Whether what the inbox tells is mailed, too. */
  told_by_mail: toldByMailSchema,
  /** Whether this installation mails anything, and to this address. */
  mail: z.boolean(),
  /** Newest first. */
  sessions: z.array(sessionSchema),
})
export type Account = z.infer<typeof accountSchema>

export const accountPatchSchema = z.strictObject({ told_by_mail: toldByMailSchema }).partial()
export type AccountPatch = z.infer<typeof accountPatchSchema>
export const sessionParams = z.object({ session: identifierSchema })
