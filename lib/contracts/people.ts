import { z } from 'zod'
import { identifierSchema, instantSchema, proseSchema, textSchema, titleSchema } from './identifiers'
import { pageOf } from './pages'

/** How something is named wherever another thing refers to it. */
export const referenceSchema = z.object({ slug: z.string(), name: z.string() })
export type Reference = z.infer<typeof referenceSchema>

const counts = z.object({ event_types: z.number().int(), services: z.number().int() })

/** Only addresses a browser may follow; `javascript:` and its kind are refused. */
const linkSchema = z.url({ protocol: /^https?$/ }).max(500)

const contact = {
  email: z.email().max(200).nullable(),
  chat: textSchema(200).nullable(),
  on_call: textSchema(200).nullable(),
  url: linkSchema.nullable(),
}

export const ownerSchema = z.object({
  slug: identifierSchema,
  name: z.string(),
  description: z.string(),
  email: z.string().nullable(),
  chat: z.string().nullable(),
  on_call: z.string().nullable(),
  url: z.string().nullable(),
  domain: referenceSchema.nullable(),
  counts,
  updated_at: instantSchema,
})
export type Owner = z.infer<typeof ownerSchema>

export const newOwnerSchema = z
  .strictObject({
    slug: identifierSchema,
    name: titleSchema,
    description: proseSchema,
    ...contact,
    domain: identifierSchema.nullable(),
  })
  .partial()
  .required({ slug: true, name: true })
export type NewOwner = z.infer<typeof newOwnerSchema>
export const ownerPatchSchema = newOwnerSchema.omit({ slug: true }).partial()
export type OwnerPatch = z.infer<typeof ownerPatchSchema>

export const serviceSchema = z.object({
  slug: identifierSchema,
  name: z.string(),
  description: z.string(),
  repository_url: z.string().nullable(),
  owner: referenceSchema.nullable(),
  domain: referenceSchema.nullable(),
  counts: z.object({ produces: z.number().int(), consumes: z.number().int() }),
  updated_at: instantSchema,
})
export type Service = z.infer<typeof serviceSchema>

/** What a service has to do with an event type: by hand, by what was seen, or both. */
export const serviceUseSchema = z.object({
  event_type: z.string(),
  kind: z.enum(['domain', 'cud']),
  /** Whether it is still to be used, and what to go to instead. */
  status: z.enum(['draft', 'active', 'deprecated', 'retired']),
  successor: z.string().nullable(),
  declared: z.boolean(),
  /** Events of the last 30 days in which it was seen; 0 where only declared. */
  seen: z.number().int(),
})
export type ServiceUse = z.infer<typeof serviceUseSchema>

export const serviceDetailSchema = serviceSchema.extend({
  produces: z.array(serviceUseSchema),
  consumes: z.array(serviceUseSchema),
})
export type ServiceDetail = z.infer<typeof serviceDetailSchema>

export const newServiceSchema = z
  .strictObject({
    slug: identifierSchema,
    name: titleSchema,
    description: proseSchema,
    repository_url: linkSchema.nullable(),
    owner: identifierSchema.nullable(),
    domain: identifierSchema.nullable(),
  })
  .partial()
  .required({ slug: true, name: true })
export type NewService = z.infer<typeof newServiceSchema>
export const servicePatchSchema = newServiceSchema.omit({ slug: true }).partial()
export type ServicePatch = z.infer<typeof servicePatchSchema>

export const domainSchema = z.object({
  slug: identifierSchema,
  name: z.string(),
  description: z.string(),
  counts: counts.extend({ owners: z.number().int() }),
  updated_at: instantSchema,
})
export type Domain = z.infer<typeof domainSchema>

export const newDomainSchema = z
  .strictObject({ slug: identifierSchema, name: titleSchema, description: proseSchema })
  .partial()
  .required({ slug: true, name: true })
export type NewDomain = z.infer<typeof newDomainSchema>
export const domainPatchSchema = newDomainSchema.omit({ slug: true }).partial()
export type DomainPatch = z.infer<typeof domainPatchSchema>

export const ownerPageSchema = pageOf(ownerSchema)
export const servicePageSchema = pageOf(serviceSchema)
export const domainPageSchema = pageOf(domainSchema)
