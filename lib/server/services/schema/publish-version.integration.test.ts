import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask, type Sent } from '@/lib/server/http/testing/door'
import { listAuditEntries } from '@/lib/server/stores/audit-store'
import { listNews } from '@/lib/server/stores/news-store'

useTestDatabase()

const token = 'token-of-the-tests'
beforeAll(() => void (process.env.PASTTENSE_TOKEN = token))
afterAll(() => void delete process.env.PASTTENSE_TOKEN)

let made = 0
/** A new event type for each test: published versions stay. */
async function newType(): Promise<string> {
  const name = `Type${++made}Expired`
  await ask('createEventType', { body: { name, kind: 'domain' } })
  return name
}

const object = (properties: Record<string, unknown>) => ({ type: 'object', properties })
const withText = object({ a: { type: 'string' } })
const withNumber = object({ a: { type: 'number' } })
/** For what breaks whoever reads the version before. */
const knowingly = { breaking_reason: 'Law 17 asks for it' }

async function publish(name: string, body: Record<string, unknown>, sent: Sent = {}) {
  const { status, value } = await ask('publishVersion', { params: { name }, body, ...sent })
  return {
    status,
    value: value as { version: SchemaVersion; proposal: { id: string; href: string } | null } & Record<
      string,
      unknown
    >,
  }
}

async function labelsOf(name: string): Promise<string[]> {
  const { value } = await ask('listVersions', { params: { name } })
  return (value as { items: SchemaVersion[] }).items.map(({ label }) => label)
}

describe('publishing', () => {
  it('makes a version, the first as 1.0.0, that is read by label, by id and as latest', async () => {
    const name = await newType()
    const { status, value } = await publish(name, {
      schema: withText,
      examples: [{ a: 'x' }],
      notes: 'first',
    })
    expect(status).toBe(201)
    expect(value).toMatchObject({ created: true, proposal: null })
    expect(value.version).toMatchObject({
      event_type: name,
      label: '1.0.0',
      ordinal: 1,
      latest: true,
      schema: withText,
    })
    const byLabel = await ask('getVersion', { params: { name, version: '1.0.0' } })
    const byLatest = await ask('getVersion', { params: { name, version: 'latest' } })
    const byId = await ask('getSchema', { params: { id: value.version.id } })
    for (const answer of [byLabel, byLatest, byId]) expect(answer.value).toEqual(value.version)
    expect((await ask('getEventType', { params: { name } })).value).toMatchObject({ latest_version: '1.0.0' })
  })

  it('answers the existing version for identical content, however it is spelled', async () => {
    const name = await newType()
    const first = await publish(name, { schema: { type: 'object', properties: { a: { type: 'string' } } } })
    const again = await publish(name, { schema: { properties: { a: { type: 'string' } }, type: 'object' } })
    expect([again.status, again.value.created]).toEqual([200, false])
    expect(again.value.version.id).toBe(first.value.version.id)
    expect((await publish(name, { schema: withText, label: '1.0.0' })).status).toBe(200)
    expect(await labelsOf(name)).toEqual(['1.0.0'])
  })

  it('refuses a label that another schema has', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: '1.0.0' })
    const { status, value } = await publish(name, { schema: withNumber, label: '1.0.0' })
    expect(status).toBe(409)
    expect(value).toMatchObject({ type: '/problems/label-taken', errors: [{ pointer: '/label' }] })
    expect(await labelsOf(name)).toEqual(['1.0.0'])
  })

  it('makes a new version of identical content under another, explicit label', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: '1.0.0' })
    const { status, value } = await publish(name, { schema: withText, label: '1.0.1' })
    expect([status, value.version.ordinal]).toEqual([201, 2])
    expect((await publish(name, { schema: withText })).value.version.label).toBe('1.0.1')
  })

  it('puts a maintenance version in its place, and keeps latest', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: '1.4.0' })
    await publish(name, { schema: withNumber, label: '2.0.0', ...knowingly })
    const maintained = { ...withText, description: 'better said' }
    const { value } = await publish(name, { schema: maintained, label: '1.4.1', base: '1.4.0' })
    expect(value.version).toMatchObject({ ordinal: 3, base: '1.4.0', latest: false })
    expect(await labelsOf(name)).toEqual(['2.0.0', '1.4.1', '1.4.0'])
    expect((await ask('getVersion', { params: { name, version: 'latest' } })).value).toMatchObject({
      label: '2.0.0',
    })
  })

  it('refuses a base that is not there', async () => {
    const { status, value } = await publish(await newType(), { schema: withText, base: '0.9' })
    expect(status).toBe(404)
    expect(value).toMatchObject({ type: '/problems/version-not-found', errors: [{ pointer: '/base' }] })
  })

  it('suggests the label by what the change does', async () => {
    const name = await newType()
    await publish(name, { schema: withText })
    const said = await publish(name, { schema: { ...withText, description: 'said' } })
    expect(said.value.version.label).toBe('1.0.1')
    const breaking = await publish(name, { schema: withNumber, ...knowingly })
    expect(breaking.value.version.label).toBe('2.0.0')
    const other = object({ a: { type: 'boolean' } })
    const older = await publish(name, { schema: other, base: '1.0.1', ...knowingly })
    expect(older.value.version.label).toBe('2.0.0-2')
  })

  it('suggests no label that is too long', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: 'x'.repeat(50) })
    const labels = await Promise.all(
      [1, 2].map((i) => publish(name, { schema: object({ [`p${i}`]: true }) })),
    )
    expect(labels.map(({ status }) => status)).toEqual([201, 201])
    for (const { value } of labels) expect(value.version.label.length).toBeLessThanOrEqual(50)
  })

  it('lets a label be latest, and finds it by that name', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: 'latest' })
    await publish(name, { schema: withNumber, label: 'next', ...knowingly })
    expect((await ask('getVersion', { params: { name, version: 'latest' } })).value).toMatchObject({
      schema: withText,
    })
    expect((await ask('getVersion', { params: { name, version: 'next' } })).value).toMatchObject({
      latest: true,
    })
  })

  it('sets the time of publication only for the token', async () => {
    const name = await newType()
    const body = { schema: withText, published_at: '2020-01-31T10:00:00+02:00' }
    expect((await publish(name, body, { token: null })).status).toBe(401)
    const { status, value } = await publish(name, body, { token })
    expect([status, value.version.published_at]).toEqual([201, '2020-01-31T08:00:00.000Z'])
  })

  it('asks why what breaks somebody is published, keeps the reason, and says in its news that it breaks', async () => {
    const name = await newType()
    await publish(name, { schema: withText })
    const refused = await publish(name, { schema: withNumber, breaking_reason: '  ' })
    expect(refused.status).toBe(422)
    expect(refused.value).toMatchObject({
      type: '/problems/reason-needed',
      errors: [{ pointer: '/breaking_reason' }],
    })
    expect(await labelsOf(name)).toEqual(['1.0.0'])
    const { value } = await publish(name, { schema: withNumber, ...knowingly })
    expect(value.version).toMatchObject({ label: '2.0.0', proposal: null, ...knowingly })
    const told = await listNews({ eventType: name }, ['VersionPublished'], 10)
    expect(told.map(({ version, isBreaking, reason }) => [version, isBreaking, reason])).toEqual([
      ['2.0.0', true, knowingly.breaking_reason],
      ['1.0.0', false, ''],
    ])
    const [entry] = await listAuditEntries({ action: 'version-published' }, undefined, 1)
    expect(entry).toMatchObject({ subject: `${name} 2.0.0`, details: knowingly })
    // What is there already is answered, and what breaks nobody has no reason to keep.
    expect((await publish(name, { schema: withNumber })).status).toBe(200)
    const described = { ...withNumber, description: 'said' }
    const harmless = await publish(name, { schema: described, ...knowingly })
    expect(harmless.value.version.breaking_reason).toBe('')
  })

  it('owes no reason for what was published elsewhere, and still says that it broke', async () => {
    const name = await newType()
    const published_at = '2020-01-31T10:00:00Z'
    await publish(name, { schema: withText, label: '1', published_at }, { token })
    expect((await publish(name, { schema: withNumber, label: '2', published_at }, { token })).status).toBe(
      201,
    )
    const told = await listNews({ eventType: name }, ['VersionPublished'], 10)
    expect(told.map(({ isBreaking }) => isBreaking).sort()).toEqual([false, true])
  })

  it('says which event type is missing, and what is published of one that is there', async () => {
    expect((await publish('NobodyKnown', { schema: withText })).value).toMatchObject({
      type: '/problems/event-type-not-found',
    })
    const name = await newType()
    await publish(name, { schema: withText, label: 'a/b' })
    const { value } = (await ask('getVersion', { params: { name, version: 'c' } })) as {
      value: { detail: string }
    }
    expect(value).toMatchObject({ type: '/problems/version-not-found' })
    expect(value.detail).toContain('a/b')
  })

  it('refuses what is no JSON Schema, with the places', async () => {
    const name = await newType()
    const { status, value } = await publish(name, { schema: { properties: { 'a/b': { type: 'text' } } } })
    expect(status).toBe(422)
    expect(value).toMatchObject({ type: '/problems/invalid-schema' })
    expect((value.errors as { pointer: string }[])[0]?.pointer).toBe('/schema/properties/a~1b/type')
    expect(await labelsOf(name)).toEqual([])
  })
})

describe('what a schema keeps', () => {
  it('keeps the order of members, names that objects inherit, and a boolean schema', async () => {
    const text =
      '{"type":"object","title":"t","properties":{"z":true,"__proto__":{"type":"string"},"a":true,"constructor":true},"$comment":"c"}'
    const name = await newType()
    const sent = await ask('publishVersion', { params: { name }, text: `{"schema": ${text}}` })
    expect(sent.status).toBe(201)
    const { value } = await ask('getVersion', { params: { name, version: 'latest' } })
    expect(JSON.stringify((value as SchemaVersion).schema)).toBe(text)
    expect((await publish(await newType(), { schema: true })).value.version.schema).toBe(true)
  })

  it('keeps a member __proto__ at its root', async () => {
    const name = await newType()
    await ask('publishVersion', {
      params: { name },
      text: '{"schema": {"__proto__": {"x": 1}, "type": "object"}}',
    })
    const { value } = await ask('getVersion', { params: { name, version: 'latest' } })
    expect(JSON.stringify((value as SchemaVersion).schema)).toBe('{"__proto__":{"x":1},"type":"object"}')
  })

  it('keeps every number a double holds, and refuses the others rather than store another one', async () => {
    const name = await newType()
    const send = (maximum: string) =>
      ask('publishVersion', {
        params: { name },
        text: `{"schema": {"type": "integer", "maximum": ${maximum}}}`,
      })
    expect((await send('9007199254740991')).status).toBe(201)
    const refused = await send('9223372036854775807')
    expect(refused.status).toBe(422)
    expect(refused.value).toMatchObject({ errors: [{ pointer: '/schema/maximum', code: 'inexact-number' }] })
  })
})

describe('what the rules hold up', () => {
  const slow = object({ a: { type: 'string', pattern: '(?=a)b' } })

  it.each([
    ['pattern-not-linear', slow],
    ['unsatisfiable', object({ a: { type: 'string', minLength: 5, maxLength: 2 } })],
    ['reference-not-found', object({ a: { $ref: '#/$defs/gone' } })],
  ])('%s becomes a proposal with its findings', async (rule, schema) => {
    const name = await newType()
    const { status, value } = await publish(name, { schema, label: '3.0.0', notes: 'why' })
    expect(status).toBe(202)
    expect(value).toMatchObject({ created: false, version: null })
    expect((value.findings as { rule: string }[]).map((finding) => finding.rule)).toContain(rule)
    const draft = await ask('getDraft', { params: { id: value.proposal!.id } })
    expect(draft.value).toMatchObject({ event_type: name, label: '3.0.0', summary: 'why', state: 'draft' })
    expect(value.proposal!.href).toBe(`/proposals/${value.proposal!.id}`)
    expect(await labelsOf(name)).toEqual([])
  })

  it('is one proposal, however often it is sent', async () => {
    const name = await newType()
    const first = await publish(name, { schema: slow })
    const second = await publish(name, { schema: slow })
    expect(second.value.proposal).toEqual(first.value.proposal)
  })

  it('is taken as it is where it was published elsewhere, and then answered as existing', async () => {
    const name = await newType()
    const body = { schema: slow, label: '1', published_at: '2020-01-01T00:00:00Z' }
    expect((await publish(name, body, { token })).status).toBe(201)
    expect((await publish(name, { schema: slow, label: '1' })).status).toBe(200)
    expect((await publish(name, { schema: slow })).status).toBe(200)
    expect((await publish(name, { schema: withText, label: '1' })).status).toBe(409)
  })

  it('is nothing for an event type that is not there', async () => {
    expect((await publish('NobodyKnown', { schema: slow })).status).toBe(404)
  })
})

describe('publishing at once', () => {
  it('gives each version its own ordinal, and one of two with one label is refused', async () => {
    const name = await newType()
    const bodies = Array.from({ length: 20 }, (_, i) => ({
      schema: object({ [`p${i}`]: true }),
      label: `l${i % 10}`,
    }))
    const statuses = (await Promise.all(bodies.map((body) => publish(name, body)))).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([...Array<number>(10).fill(201), ...Array<number>(10).fill(409)])
    const { value } = await ask('listVersions', { params: { name } })
    const ordinals = (value as { items: SchemaVersion[] }).items.map(({ ordinal }) => ordinal)
    expect(ordinals.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('makes one version of identical content', async () => {
    const name = await newType()
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(name, { schema: withText })))
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    expect(new Set(answers.map(({ value }) => value.version.id)).size).toBe(1)
  })

  it('never stands still beside descriptions of the same event type', async () => {
    const name = await newType()
    const work = Array.from({ length: 30 }, (_, i) => [
      publish(name, { schema: object({ [`p${i}`]: true }), label: `l${i}` }),
      ask('updateEventType', { params: { name }, body: { description: `d${i}` } }),
    ])
    const statuses = (await Promise.all(work.flat())).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 201]))
  })
})

describe('the difference of two versions', () => {
  it('has its changes and a verdict with a witness, and says which version is missing', async () => {
    const name = await newType()
    await publish(name, { schema: withText, label: '1' })
    await publish(name, { schema: { ...withText, required: ['a'] }, label: '2', ...knowingly })
    const { value } = await ask('getDiff', { params: { name }, query: { from: '1', to: 'latest' } })
    expect(value).toMatchObject({
      event_type: name,
      before: '1',
      after: '2',
      verdict: 'breaking',
      backward: { verdict: 'breaking', witness: {} },
      forward: { verdict: 'compatible' },
    })
    expect((value as { changes: unknown[] }).changes.length).toBe(1)
    const missing = await ask('getDiff', { params: { name }, query: { from: '1', to: '3' } })
    expect(missing.value).toMatchObject({ status: 404, type: '/problems/version-not-found' })
    expect((await ask('getDiff', { params: { name }, query: { from: '1' } })).status).toBe(422)
    expect((await ask('getDiff', { params: { name: 'Nobody' }, query: { from: '1', to: '2' } })).status).toBe(
      404,
    )
  })
})
