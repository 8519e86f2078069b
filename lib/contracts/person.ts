import { z } from 'zod'
import { roleNames, scopeNames } from '@/lib/domain/policy/policy'
import { identifierSchema, instantSchema, titleSchema } from './identifiers'
import { pageOf } from './pages'
import { referenceSchema } from './people'

const roleSchema = z.enum(roleNames)
export const scopeSchema = z.enum(scopeNames)

/** Compared in small letters, and kept so. */
const emailSchema = z.email().max(200).toLowerCase()

/** Who asks, as the server sees it. */
export const meSchema = z.object({
  kind: z.enum(['local', 'person', 'token']),
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  owners: z.array(z.string()),
  /** Null: everything that the role may. */
  scopes: z.array(scopeSchema).nullable(),
})
export type Me = z.infer<typeof meSchema>

/** Which ways of signing in there are now. */
export const signInOptionsSchema = z.object({
  /** Whether nobody is there yet: whoever comes first becomes the administrator. */
  first: z.boolean(),
  /** Whether whoever forgot their password can have a link mailed. */
  mail: z.boolean(),
  /** The company's own provider. */
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The demo company's people, who sign in with one click; empty everywhere else. */
  demo: z.array(
    z.object({ id: z.string(), name: z.string(), role: roleSchema, owners: z.array(z.string()) }),
  ),
})
export type SignInOptions = z.infer<typeof signInOptionsSchema>

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** The role that an administrator gave, where a group of the provider gives more; null where it is `role`. */
  role_by_hand: roleSchema.nullable(),
  /** `by_group`: by a group of the provider, and gone when that is. */
  owners: z.array(referenceSchema.extend({ by_group: z.boolean() })),
  demo: z.boolean(),
  /** Whether they may sign in. */
  active: z.boolean(),
  /** Whether they have ever chosen a password or come from the provider. */
  has_signed_in: z.boolean(),
  created_at: instantSchema,
})
export type Person = z.infer<typeof personSchema>

export const personPageSchema = pageOf(personSchema)

export const newPersonSchema = z
  .strictObject({
    name: titleSchema,
    email: emailSchema,
    role: roleSchema,
    /** Slugs of the owners they are a member of. */
    owners: z.array(identifierSchema).max(200),
    /** One of the demo company's; only where the database is the embedded one. */
    demo: z.boolean(),
  })
  .partial()
  .required({ name: true, email: true })
export type NewPerson = z.infer<typeof newPersonSchema>

export const personPatchSchema = z
  .strictObject({
    name: titleSchema,
    role: roleSchema,
    owners: z.array(identifierSchema).max(200),
    active: z.boolean(),
  })
  .partial()
export type PersonPatch = z.infer<typeof personPatchSchema>

export const invitationSchema = z.object({
  /** Where the person chooses a password, under the address of this server. */
  href: z.string(),
  expires_at: instantSchema,
  /** Whether it is on its way to them by mail; otherwise whoever made it hands it over. */
  mailed: z.boolean(),
})
export type Invitation = z.infer<typeof invitationSchema>
