import { expect } from 'vitest'
import { installation, type Actor, type Role } from '@/lib/domain/policy/policy'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { createEventType } from '@/lib/server/services/catalog/create-event-type'
import { createOwner } from '@/lib/server/services/people/create-owner'
import { publishDraft } from '@/lib/server/services/draft/publish-draft'
import { publishVersion } from '@/lib/server/services/schema/publish-version'
import { reviewProposal } from '@/lib/server/services/proposal/review-proposal'
import { submitProposal } from '@/lib/server/services/proposal/submit-proposal'
import { saveDraft } from '@/lib/server/services/draft/update-draft'

// Who agrees on events: Ilse and Jon are of the owner, Mara and Noor review. Nobody of them signs in.
const person = (id: string, role: Role, owners: string[] = []): Actor => ({
  kind: 'person',
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  role,
  owners,
  scopes: null,
})
export const ilse = person('ilse', 'author', ['payments'])
export const jon = person('jon', 'author', ['payments'])
export const mara = person('mara', 'reviewer')
export const noor = person('noor', 'reviewer')
export const guest = person('guest', 'author', ['shop'])
export const reader = person('reader', 'reader')

let made = 0
const newName = () => `Payment${++made}Captured`
export const field = (more: object = {}) => ({ type: 'string', description: 'd', maxLength: 20, ...more })
export const schemaOf = (properties: Record<string, object>, required: string[] = []) =>
  JSON.stringify({ type: 'object', description: 'd', properties, required })

/** Once a file, as its database. */
let payments: Promise<unknown> | undefined

/** An event type with version 1.0.0, and a draft of Ilse's that continues it. */
export async function begin(schema_text = schemaOf({ a: field(), b: field() }), name = newName()) {
  await (payments ??= createOwner(installation, { body: { slug: 'payments', name: 'Payments' } }))
  await createEventType(installation, { body: { name, kind: 'domain', description: 'd', owner: 'payments' } })
  const schema = JSON.parse(schemaOf({ a: field() })) as Record<string, unknown>
  await publishVersion(installation, { name, body: { label: '1.0.0', schema } })
  const { id } = await createDraft(ilse, { body: { event_type: name, schema_text } })
  return { id, name }
}
export const submit = (id: string, revision = 1) => submitProposal(ilse, { id, revision, body: {} })
export const approve = (by: Actor, id: string, revision = 1) =>
  reviewProposal(by, { id, revision, body: { verdict: 'approve' } })
export const publish = (by: Actor, id: string, revision = 1, breaking_reason?: string) =>
  publishDraft(by, { id, revision, body: { breaking_reason } })
export const save = (id: string, revision: number, schema_text: string, by = ilse) =>
  saveDraft(by, { id, revision, body: { schema_text } })
export const slug = (slug: string) => expect.objectContaining({ slug }) as Error
