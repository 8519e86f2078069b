import type { Domain, Owner, Service } from '@/lib/contracts/people'
import type { FieldSpec, FormValues } from './entity-form'

const NAME: FieldSpec = { name: 'name', label: 'Name', sort: 'line', required: true }

export const OWNER_FIELDS: readonly FieldSpec[] = [
  NAME,
  { name: 'description', label: 'Description', sort: 'prose', hint: 'What the team is answerable for' },
  { name: 'email', label: 'Email', sort: 'email' },
  { name: 'chat', label: 'Chat', sort: 'line', hint: 'A channel, such as #payments' },
  { name: 'on_call', label: 'On call', sort: 'line', hint: 'Whom to call when a chain stops at night' },
  { name: 'url', label: 'Page', sort: 'address' },
  { name: 'domain', label: 'Domain', sort: 'domain' },
]

export const SERVICE_FIELDS: readonly FieldSpec[] = [
  NAME,
  { name: 'description', label: 'Description', sort: 'prose', hint: 'What the system does' },
  { name: 'repository_url', label: 'Repository', sort: 'address' },
  { name: 'owner', label: 'Owner', sort: 'owner' },
  { name: 'domain', label: 'Domain', sort: 'domain' },
]

export const DOMAIN_FIELDS: readonly FieldSpec[] = [
  NAME,
  {
    name: 'description',
    label: 'Description',
    sort: 'prose',
    hint: 'The part of the business it stands for',
  },
]

export function ownerValues({ name, description, email, chat, on_call, url, domain }: Owner): FormValues {
  return { name, description, email, chat, on_call, url, domain: domain?.slug ?? null }
}

export function serviceValues({ name, description, repository_url, owner, domain }: Service): FormValues {
  return { name, description, repository_url, owner: owner?.slug ?? null, domain: domain?.slug ?? null }
}

export function domainValues({ name, description }: Domain): FormValues {
  return { name, description }
}
