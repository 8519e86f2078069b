import { z } from 'zod'
import { identifierSchema, instantSchema, labelSchema, proseSchema, textSchema } from './identifiers'
import { pageOf, pageQuerySchema } from './pages'
import { referenceSchema } from './people'

export const kindSchema = z.enum(['domain', 'cud'])
export type Kind = z.infer<typeof kindSchema>
export const operationSchema = z.enum(['created', 'updated', 'deleted'])
export type Operation = z.infer<typeof operationSchema>
/** `unlisted` is never stored: it marks a name that was seen in events and is in no catalog. */
export const eventTypeStatusSchema = z.enum(['draft', 'active', 'deprecated', 'retired'])
export type EventTypeStatus = z.infer<typeof eventTypeStatusSchema>

/** Where a search found its words; `ranges` are [start, end) offsets into `text`. */
export const searchMatchSchema = z.object({
  in: z.enum(['name', 'description', 'owner', 'domain', 'service', 'field', 'entity']),
  text: z.string(),
  ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type SearchMatch = z.infer<typeof searchMatchSchema>

/** One row of the catalog. */
export const eventTypeSummarySchema = z.object({
  name: identifierSchema,
  kind: kindSchema,
  entity: z.string().nullable(),
  operation: operationSchema.nullable(),
  status: eventTypeStatusSchema,
  /** What to go to instead of a deprecated or retired one, and by which day: `2026-08-06`. */
  successor: identifierSchema.nullable(),
  retires_on: z.iso.date().nullable(),
  description: z.string(),
  owner: referenceSchema.nullable(),
  domain: referenceSchema.nullable(),
  latest_version: z.string().nullable(),
  versions_count: z.number().int(),
  producers: z.array(z.string()),
  consumers: z.array(z.string()),
  /** Events received in the last 24 hours. */
  events_last_day: z.number().int(),
  /** Mean events a day over the last 30 days, or since the first one. */
  events_per_day: z.number(),
  /** Events of each of the last 30 days, oldest first: the sparkline. */
  daily: z.array(z.number().int()),
  /** Present only when the list was searched. */
  matches: z.array(searchMatchSchema).optional(),
})
export type EventTypeSummary = z.infer<typeof eventTypeSummarySchema>

export const participantSchema = z.object({
  service: z.string(),
  name: z.string(),
  owner: referenceSchema.nullable(),
  declared: z.boolean(),
  /** Events of the last 30 days in which the service was seen in this role. */
  seen: z.number().int(),
  fields: z.array(z.string()),
  note: z.string(),
})
export type Participant = z.infer<typeof participantSchema>

export const eventTypeSchema = eventTypeSummarySchema
  .omit({ matches: true, producers: true, consumers: true })
  .extend({
    owner_contact: z
      .object({
        email: z.string().nullable(),
        chat: z.string().nullable(),
        on_call: z.string().nullable(),
        url: z.string().nullable(),
      })
      .nullable(),
    producers: z.array(participantSchema),
    consumers: z.array(participantSchema),
    /** Since when the status is what it is, as far as anybody knows; and why it is to be left, empty where nobody said. */
    status_since: instantSchema.nullable(),
    status_reason: z.string(),
    /** What to go to, the next first, and what comes instead of that where it is left itself. */
    successors: z.array(z.object({ name: z.string(), status: eventTypeStatusSchema })),
    /** Those that are left for this one. */
    replaces: z.array(z.object({ name: z.string(), status: eventTypeStatusSchema })),
    /** The other events of the same entity, for a CUD event. */
    sisters: z.array(z.object({ name: z.string(), operation: operationSchema.nullable() })),
    open_drafts: z.array(z.object({ id: z.string(), label: z.string(), updated_at: instantSchema })),
    created_at: instantSchema,
    updated_at: instantSchema,
  })
export type EventType = z.infer<typeof eventTypeSchema>

const describable = {
  kind: kindSchema,
  entity: identifierSchema.nullable(),
  operation: operationSchema.nullable(),
  owner: identifierSchema.nullable(),
  domain: identifierSchema.nullable(),
  status: eventTypeStatusSchema,
  description: proseSchema,
  /** Only of what is deprecated or retired; any other status clears them. */
  status_reason: textSchema(2_000),
  successor: identifierSchema.nullable(),
  retires_on: z.iso.date().nullable(),
}
export const newEventTypeSchema = z
  .strictObject({ name: identifierSchema, ...describable })
  .partial()
  .required({ name: true, kind: true })
export type NewEventType = z.infer<typeof newEventTypeSchema>
export const eventTypePatchSchema = z.strictObject(describable).partial()
export type EventTypePatch = z.infer<typeof eventTypePatchSchema>

export const declarationBodySchema = z.strictObject({
  fields: z.array(textSchema(500)).max(500).optional(),
  note: proseSchema.optional(),
})
export type DeclarationBody = z.infer<typeof declarationBodySchema>

/** A filter may be given several times (`kind=cud&kind=domain`): any of its values matches. */
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional()
export const eventTypeQuerySchema = pageQuerySchema.extend({
  q: z.string().max(500).optional(),
  kind: several,
  owner: several,
  domain: several,
  service: several,
  status: several,
  field: several,
  sort: z.enum(['relevance', 'name', 'events', 'updated']).optional(),
})

export const facetSchema = z.object({ value: z.string(), label: z.string(), count: z.number().int() })
export type Facet = z.infer<typeof facetSchema>
/** Counts per filter value, each as if that filter alone were not set. */
export const facetsSchema = z.object({
  kind: z.array(facetSchema),
  domain: z.array(facetSchema),
  owner: z.array(facetSchema),
  status: z.array(facetSchema),
})
export type Facets = z.infer<typeof facetsSchema>
export const eventTypePageSchema = pageOf(eventTypeSummarySchema).extend({
  total: z.number().int(),
  facets: facetsSchema,
})
export type EventTypePage = z.infer<typeof eventTypePageSchema>

/** An event type that follows or precedes another, measured from the chains of the last 30 days. */
export const neighbourSchema = z.object({
  name: z.string(),
  kind: kindSchema.nullable(),
  count: z.number().int(),
  /** Part of the events of this type that have this cause, or this effect: 0 to 1. */
  share: z.number(),
  p50_ms: z.number().nullable(),
  p95_ms: z.number().nullable(),
})
export type Neighbour = z.infer<typeof neighbourSchema>

export const activitySchema = z.object({
  /** Events a day of the last 30 days, oldest first. */
  daily: z.array(z.object({ day: z.string(), count: z.number().int() })),
  versions: z.array(
    z.object({
      version: labelSchema,
      known: z.boolean(),
      count: z.number().int(),
      share: z.number(),
      last_seen: instantSchema.nullable(),
    }),
  ),
  /** Events a day by version, most frequent version first; each row has the days of `daily`. */
  versions_daily: z.array(z.object({ version: labelSchema, counts: z.array(z.number().int()) })),
  validity: z.object({ valid: z.number().int(), invalid: z.number().int(), unknown: z.number().int() }),
  caused_by: z.array(neighbourSchema),
  causes: z.array(neighbourSchema),
})
export type Activity = z.infer<typeof activitySchema>
