import { z } from 'zod'
import { identifierSchema, instantSchema } from './identifiers'
import { pageOf, pageQuerySchema } from './pages'

/** What is put on record. */
const auditActionSchema = z.enum([
  'version-published',
  'version-status-changed',
  'event-type-status-changed',
  'proposal-submitted',
  'proposal-revised',
  'proposal-approved',
  'changes-requested',
  'proposal-declined',
  'proposal-withdrawn',
  'proposal-reopened',
  'waiver-given',
  'waiver-ended',
  'event-type-registered',
  'event-type-changed',
  'owner-added',
  'owner-changed',
  'service-added',
  'service-changed',
  'domain-added',
  'domain-changed',
  'declaration-made',
  'declaration-changed',
  'declaration-taken-back',
  'event-erased',
  'event-revealed',
  'settings-changed',
  'events-dropped',
  'person-added',
  'person-changed',
  'person-invited',
  'signed-in',
  'sign-in-refused',
  'session-ended',
  'invitation-accepted',
  'password-changed',
  'token-made',
  'token-revoked',
  'webhook-made',
  'webhook-changed',
  'webhook-removed',
  'webhook-secret-renewed',
])

export const auditEntrySchema = z.object({
  id: z.number().int(),
  at: instantSchema,
  /** As they were called then. `system`: what a setting makes the server do by itself. */
  actor: z.object({ kind: z.enum(['local', 'person', 'token', 'system']), id: z.string(), name: z.string() }),
  action: auditActionSchema,
  /** What it was done to, such as `CardExpired 1.2.0`. */
  subject: z.string(),
  /** What changed, by name. */
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
export const auditPageSchema = pageOf(auditEntrySchema)

export const auditQuerySchema = pageQuerySchema.extend({
  /** The id of whoever did it. */
  actor: identifierSchema.optional(),
  action: auditActionSchema.optional(),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>
