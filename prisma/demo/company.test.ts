import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { newEventTypeSchema } from '@/lib/contracts/event-type'
import { newDomainSchema, newOwnerSchema, newServiceSchema } from '@/lib/contracts/people'
import { newPersonSchema } from '@/lib/contracts/person'
import { newVersionSchema } from '@/lib/contracts/schema-version'
import { roleNames } from '@/lib/domain/policy/policy'
import type { Schema } from './company'
import { domains } from './domains'
import { eventTypes } from './event-types'
import { DRAFT_07 } from './event-type-notation'
import { owners } from './owners'
import { people } from './people'
import { services } from './services'

const drafts = { old: new Ajv({ strict: false }), new: new Ajv2020({ strict: false }) }
for (const draft of Object.values(drafts)) addFormats(draft)
const compile = (schema: Schema) => (schema.$schema === DRAFT_07 ? drafts.old : drafts.new).compile(schema)

const versions = eventTypes.flatMap((type) =>
  type.versions.map((version) => ({ type: type.name, ...version })),
)
const slugs = (things: { slug: string }[]) => new Set(things.map((one) => one.slug))

describe('the demo company', () => {
  test('is as large as the issue asks', () => {
    expect(domains.length).toBeGreaterThanOrEqual(8)
    expect(owners.length).toBeGreaterThanOrEqual(10)
    expect(services.length).toBeGreaterThanOrEqual(15)
    expect(eventTypes.length).toBeGreaterThanOrEqual(60)
    const grown = eventTypes.filter((type) => type.versions.length > 1)
    expect(grown.length).toBeGreaterThanOrEqual(eventTypes.length / 3)
    expect(Math.max(...grown.map((type) => type.versions.length))).toBe(6)
  })

  test('names every event type, label and slug once', () => {
    for (const list of [
      domains.map((d) => d.slug),
      owners.map((o) => o.slug),
      people.map((p) => p.email),
      services.map((s) => s.slug),
      eventTypes.map((t) => t.name),
    ]) {
      expect(list.filter((name, i) => list.indexOf(name) !== i)).toEqual([])
    }
    for (const type of eventTypes)
      expect(new Set(type.versions.map((v) => v.label)).size).toBe(type.versions.length)
  })

  test('gives every event type an owner, a domain, producers and a description that says something', () => {
    const known = { owner: slugs(owners), domain: slugs(domains), service: slugs(services) }
    for (const type of eventTypes) {
      expect(known.owner, type.name).toContain(type.owner)
      expect(known.domain, type.name).toContain(type.domain)
      expect(type.producers.length, type.name).toBeGreaterThan(0)
      for (const service of [...type.producers, ...Object.keys(type.consumers)])
        expect(known.service, type.name).toContain(service)
      expect(type.description.length, type.name).toBeGreaterThan(40)
    }
  })

  test('has people of every role, in teams that there are', () => {
    const known = slugs(owners)
    for (const person of people) {
      expect(newPersonSchema.safeParse(person).error, person.name).toBeUndefined()
      for (const owner of person.owners) expect(known, person.name).toContain(owner)
    }
    expect(new Set(people.map((person) => person.role))).toEqual(new Set(roleNames))
  })

  test('has complete families with their entities', () => {
    const members = eventTypes.filter((type) => type.kind === 'cud')
    const entities = [...new Set(members.map((type) => type.entity))]
    expect(entities.length).toBeGreaterThanOrEqual(6)
    expect(members.map((type) => type.name)).toEqual(
      entities.flatMap((entity) => ['Created', 'Updated', 'Deleted'].map((verb) => `${entity}${verb}`)),
    )
  })

  test('has the findings that were put there on purpose', () => {
    const byName = new Map(eventTypes.map((type) => [type.name, type]))
    for (const name of ['ReportFilled', 'CardExpired', 'SendReminder', 'CouponRedeemedEvent'])
      expect(byName.has(name), name).toBe(true)
    expect(byName.get('OrderShipped')?.status).toBe('deprecated')
    for (const { leaving } of eventTypes)
      if (leaving) expect(byName.get(leaving.successor)?.status).toBe('active')
    expect(byName.get('SubscriptionPaused')?.status).toBe('draft')
    expect(owners.filter((owner) => owner.email === null).map((owner) => owner.slug)).toEqual(['growth'])
  })

  test.each(versions)(
    '$type $label is valid JSON Schema and its examples are valid',
    ({ schema, examples }) => {
      const validate = compile(schema)
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples)
        expect(validate(example), JSON.stringify([example, validate.errors])).toBe(true)
    },
  )

  test('publishes its versions in order over the last two years', () => {
    for (const type of eventTypes) {
      const days = type.versions.map((version) => version.days_ago)
      expect(days, type.name).toEqual([...days].sort((a, b) => b - a))
      expect(days[0], type.name).toBeLessThanOrEqual(731)
    }
  })

  test('lets consumers name only fields that exist in the latest version', () => {
    for (const type of eventTypes) {
      for (const pointer of Object.values(type.consumers).flat()) {
        const latest = type.versions.at(-1)?.schema ?? {}
        const path = pointer.split('/').slice(1)
        let here = latest as {
          properties?: Record<string, object>
          $ref?: string
          $defs?: Record<string, object>
        }
        for (const step of path) {
          if (here.$ref)
            here = latest.$defs
              ? ((latest.$defs as Record<string, object>)[here.$ref.split('/')[2] ?? ''] ?? {})
              : {}
          expect(here.properties, `${type.name} ${pointer}`).toHaveProperty(step)
          here = here.properties?.[step] ?? {}
        }
      }
    }
  })

  test('fits the contracts of the calls that load it', () => {
    for (const domain of domains) newDomainSchema.parse(domain)
    for (const owner of owners) newOwnerSchema.parse(owner)
    for (const service of services) newServiceSchema.parse(service)
    for (const { name, kind, entity, operation, owner, domain, status, description } of eventTypes) {
      newEventTypeSchema.parse({ name, kind, entity, operation, owner, domain, status, description })
    }
    for (const { label, schema, examples, notes } of versions)
      newVersionSchema.parse({ label, schema, examples, notes })
  })
})
