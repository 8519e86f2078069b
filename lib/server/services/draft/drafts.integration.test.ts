import { describe, expect, it } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import type { CallOutput } from '@/lib/contracts/routes'
import type { PublishedVersion, SchemaVersion } from '@/lib/contracts/schema-version'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { listAuditEntries } from '@/lib/server/stores/audit-store'

useTestDatabase()

let made = 0
const newName = () => `Draft${++made}Expired`
const schemaOf = (...fields: string[]) => ({
  type: 'object',
  description: 'd',
  properties: Object.fromEntries(fields.map((field) => [field, { type: 'string', description: 'd' }])),
})
const textOf = (...fields: string[]) => JSON.stringify(schemaOf(...fields))

async function start(body: Record<string, unknown>): Promise<Draft> {
  const { status, value, headers } = await ask('createDraft', { body })
  expect([status, headers.get('etag')]).toEqual([201, '"1"'])
  return value as Draft
}
const publish = (id: string, revision = 1) => ask('publishDraft', { params: { id }, revision })
const problemOf = (value: unknown) => (value as { type: string }).type.replace('/problems/', '')

describe('what is like a draft', () => {
  it('is found among the catalog as it is now, also while the text is no JSON', async () => {
    const [name, other] = ['BarrelSealed', 'LorryParked']
    for (const one of [name, other]) await ask('createEventType', { body: { name: one, kind: 'domain' } })
    const schema = schemaOf('barrel_id', 'sealed_by', 'litres')
    await ask('publishVersion', { params: { name }, body: { label: '1', schema } })
    const draft = await start({
      event_type: 'BarrelsSealed',
      schema_text: textOf('barrelId', 'litres', 'lid'),
    })
    const alike = async () => (await ask('listAlike', { params: { id: draft.id } })).value
    const found = { event_type: name, same_thing: true, same_verb: true }
    expect(await alike()).toMatchObject({
      items: [{ ...found, shared_fields: ['barrelId', 'litres'], field_count: 3 }],
    })
    await ask('updateDraft', { params: { id: draft.id }, revision: 1, body: { schema_text: '{' } })
    expect(await alike()).toMatchObject({ items: [{ ...found, shared_fields: [] }] })
    expect((await ask('listAlike', { params: { id: 'nobody' } })).status).toBe(404)
  })
})

describe('starting a draft', () => {
  it('begins with an empty object where the event type is new', async () => {
    const draft = await start({ event_type: newName() })
    expect(draft).toMatchObject({
      base: null,
      event_type_exists: false,
      state: 'draft',
      revision: 1,
      kind: 'domain',
    })
    expect(JSON.parse(draft.schema_text)).toMatchObject({ type: 'object', properties: {} })
  })

  it('begins with the latest version, or with the one named as base', async () => {
    const name = newName()
    await ask('createEventType', { body: { name, kind: 'domain', description: 'what it means' } })
    for (const [label, field] of [
      ['1', 'a'],
      ['2', 'b'],
    ] as const)
      await ask('publishVersion', { params: { name }, body: { label, schema: schemaOf(field) } })
    const latest = await start({ event_type: name })
    expect(latest).toMatchObject({ base: '2', event_type_exists: true, description: 'what it means' })
    expect(JSON.parse(latest.schema_text)).toEqual(schemaOf('b'))
    const older = await start({ event_type: name, base: '1' })
    expect([older.base, JSON.parse(older.schema_text)]).toEqual(['1', schemaOf('a')])
    expect((await ask('createDraft', { body: { event_type: name, base: '3' } })).value).toMatchObject({
      status: 404,
    })
    const { value } = await ask('getEventType', { params: { name } })
    expect((value as { open_drafts: { id: string }[] }).open_drafts.map(({ id }) => id).sort()).toEqual(
      [latest.id, older.id].sort(),
    )
  })

  it('reads the entity of a CUD event from its name', async () => {
    expect(await start({ event_type: 'InvoiceUpdated', kind: 'cud' })).toMatchObject({
      entity: 'Invoice',
      operation: 'updated',
    })
  })

  it('names the owner that is not there', async () => {
    const { status, value } = await ask('createDraft', { body: { event_type: newName(), owner: 'nobody' } })
    expect(status).toBe(404)
    expect(value).toMatchObject({ type: '/problems/owner-not-found', errors: [{ pointer: '/owner' }] })
  })
})

describe('saving a draft', () => {
  it('keeps a text that is no JSON yet, to the letter', async () => {
    const { id } = await start({ event_type: newName() })
    const text = '{ "type": "object",\r\n\t// half\n "é😀": '
    const saved = await ask('updateDraft', { params: { id }, revision: 1, body: { schema_text: text } })
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"'])
    expect((await ask('getDraft', { params: { id } })).value).toMatchObject({
      schema_text: text,
      revision: 2,
    })
  })

  it('needs the revision one has read', async () => {
    const { id } = await start({ event_type: newName() })
    const without = await ask('updateDraft', { params: { id }, body: { label: '1' } })
    expect([without.status, problemOf(without.value)]).toEqual([428, 'precondition-required'])
    await ask('updateDraft', { params: { id }, revision: 1, body: { label: '1' } })
    const stale = await ask('updateDraft', { params: { id }, revision: 1, body: { label: '2' } })
    expect([stale.status, problemOf(stale.value)]).toEqual([412, 'revision-mismatch'])
    for (const tag of ['1', '*', 'W/"1"', '"x"', '"1", "2"', '"99999999999"']) {
      const { status } = await ask('updateDraft', { params: { id }, body: {}, headers: { 'if-match': tag } })
      expect([tag, status]).toEqual([tag, 412])
    }
    expect((await ask('getDraft', { params: { id } })).value).toMatchObject({ label: '1', revision: 2 })
  })

  it('lets one of many at once win, and tells the others', async () => {
    const { id } = await start({ event_type: newName() })
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ask('updateDraft', { params: { id }, revision: 1, body: { label: `${i}` } }),
      ),
    )
    expect(saves.filter(({ status }) => status === 200).length).toBe(1)
    expect(saves.filter(({ status }) => status === 412).length).toBe(19)
  })

  it('renames only what the catalog does not have', async () => {
    const { id } = await start({ event_type: newName() })
    const other = newName()
    const renamed = await ask('updateDraft', { params: { id }, revision: 1, body: { event_type: other } })
    expect(renamed.value).toMatchObject({ event_type: other })
    await ask('createEventType', { body: { name: other, kind: 'domain' } })
    const fixed = await ask('updateDraft', { params: { id }, revision: 2, body: { event_type: newName() } })
    expect([fixed.status, fixed.value]).toMatchObject([422, { errors: [{ pointer: '/event_type' }] }])
  })

  it('is over once the draft is withdrawn', async () => {
    const { id } = await start({ event_type: newName() })
    expect((await ask('withdrawDraft', { params: { id } })).status).toBe(204)
    const answers = [
      await ask('updateDraft', { params: { id }, revision: 2, body: { label: '1' } }),
      await ask('withdrawDraft', { params: { id } }),
      await publish(id, 2),
    ]
    for (const { status, value } of answers)
      expect([status, problemOf(value)]).toEqual([409, 'draft-not-open'])
    expect((await ask('getDraft', { params: { id } })).value).toMatchObject({ state: 'withdrawn' })
  })

  it('says that a draft is not there', async () => {
    const params = { id: 'no/such?draft' }
    const answers = [
      await ask('getDraft', { params }),
      await ask('updateDraft', { params, revision: 1, body: {} }),
      await ask('withdrawDraft', { params }),
      await ask('publishDraft', { params, revision: 1 }),
    ]
    for (const { status, value } of answers)
      expect([status, problemOf(value)]).toEqual([404, 'draft-not-found'])
  })
})

describe('the owner of a draft', () => {
  it('finds it and is counted as it is shown: the event type’s, whatever the draft says', async () => {
    for (const slug of ['tolls', 'roads']) await ask('createOwner', { body: { slug, name: slug } })
    const [known, unknown] = [newName(), newName()]
    await ask('createEventType', { body: { name: known, kind: 'domain', owner: 'tolls' } })
    const ofKnown = await start({ event_type: known, owner: 'roads' })
    const ofUnknown = await start({ event_type: unknown, owner: 'roads' })
    const found = async (owner: string) => {
      const { value } = await ask('listDrafts', { query: { owner, queue: 'open' } })
      const { items, overview } = value as CallOutput<'listDrafts'>
      return { ids: items.map(({ id }) => id), open: overview?.counts.open, owners: overview?.owners }
    }
    expect(await found('tolls')).toMatchObject({ ids: [ofKnown.id], open: 1 })
    const { ids, open, owners } = await found('roads')
    expect([ids, open]).toEqual([[ofUnknown.id], 1])
    expect(owners).toEqual(
      expect.arrayContaining([
        { slug: 'roads', name: 'roads' },
        { slug: 'tolls', name: 'tolls' },
      ]),
    )
    await ask('updateEventType', { params: { name: known }, body: { owner: null } })
    expect(await found('tolls')).toMatchObject({ ids: [], open: 0 })
  })
})

describe('publishing a draft', () => {
  it('registers a new event type as the draft describes it', async () => {
    await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
    const { id } = await start({
      event_type: 'VoucherCreated',
      kind: 'cud',
      description: 'A voucher is there',
      owner: 'cards',
      schema_text: textOf('a'),
      examples_text: '[{"a": "x"}]',
      summary: 'first',
      label: '0.1.0',
    })
    const { status, value } = await publish(id)
    expect(status).toBe(201)
    expect((value as PublishedVersion).version).toMatchObject({
      label: '0.1.0',
      examples: [{ a: 'x' }],
      notes: 'first',
    })
    expect((await ask('getEventType', { params: { name: 'VoucherCreated' } })).value).toMatchObject({
      kind: 'cud',
      entity: 'Voucher',
      operation: 'created',
      owner: { slug: 'cards' },
      description: 'A voucher is there',
      latest_version: '0.1.0',
      open_drafts: [],
    })
    expect((await ask('getDraft', { params: { id } })).value).toMatchObject({
      state: 'published',
      published_version: '0.1.0',
    })
    expect(problemOf((await publish(id, 2)).value)).toBe('draft-not-open')
    const deeds = await listAuditEntries({}, undefined, 2)
    expect(deeds.map(({ action, subject }) => [action, subject])).toEqual([
      ['version-published', 'VoucherCreated 0.1.0'],
      ['event-type-registered', 'VoucherCreated'],
    ])
    expect(deeds[1]?.details).toMatchObject({ kind: 'cud', entity: 'Voucher', owner: 'cards' })
  })

  it.each([
    ['half a text', '{'],
    ['no schema', '[]'],
    ['what the metaschema refuses', '{"properties": {"a": {"minLength": -1}}}'],
    ['a member named twice', '{"type": "object", "type": "string"}'],
    ['a number no double holds', '{"maximum": 9223372036854775807}'],
    ['an unknown dialect', '{"$schema": "https://example.org/mine"}'],
    ['an error of the rules', '{"properties": {"a": {"pattern": "(?=a)b"}}}'],
  ])('registers and publishes nothing for %s', async (_, schema_text) => {
    const name = newName()
    const { id } = await start({ event_type: name, schema_text })
    const { status, value } = await publish(id)
    expect([status, problemOf(value)]).toEqual([
      422,
      expect.stringMatching(/^(invalid-schema|findings-block)$/),
    ])
    expect((await ask('getEventType', { params: { name } })).status).toBe(404)
    expect((await ask('getDraft', { params: { id } })).value).toMatchObject({ state: 'draft', revision: 1 })
  })

  it('holds a new name to the rules, and an old one not', async () => {
    const { id } = await start({ event_type: 'ExpireCard', schema_text: textOf('a') })
    const held = await publish(id)
    expect([held.status, held.value]).toMatchObject([422, { errors: [{ code: 'name-past-tense' }] }])
    await ask('createEventType', { body: { name: 'ExpireCard', kind: 'domain' } })
    expect((await publish(id)).status).toBe(201)
  })

  it('needs the revision one has read', async () => {
    const { id } = await start({ event_type: newName(), schema_text: textOf('a') })
    expect((await ask('publishDraft', { params: { id } })).status).toBe(428)
    expect((await publish(id, 2)).status).toBe(412)
    expect((await publish(id)).status).toBe(201)
  })

  it('leaves the draft open where its label is taken', async () => {
    const name = newName()
    const [first, second] = [
      await start({ event_type: name, schema_text: textOf('a'), label: '1' }),
      await start({ event_type: name, schema_text: textOf('b'), label: '1' }),
    ]
    expect((await publish(first.id)).status).toBe(201)
    expect(problemOf((await publish(second.id)).value)).toBe('rebase-needed')
    expect((await ask('rebaseDraft', { params: { id: second.id }, revision: 1 })).status).toBe(200)
    const taken = await publish(second.id, 2)
    expect([taken.status, problemOf(taken.value)]).toEqual([409, 'label-taken'])
    expect((await ask('getDraft', { params: { id: second.id } })).value).toMatchObject({ state: 'draft' })
  })
})

describe('publishing at once', () => {
  it('publishes one of two drafts of a new event type, and tells the other to rebase, in 5 rounds', async () => {
    for (let round = 0; round < 5; round++) {
      const name = newName()
      const drafts = await Promise.all(
        ['a', 'b'].map((f) => start({ event_type: name, schema_text: textOf(f) })),
      )
      const answers = await Promise.all(drafts.map(({ id }) => publish(id)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      const told = answers.find(({ status }) => status === 409)
      expect(problemOf(told?.value)).toBe('rebase-needed')

      const second = drafts[answers.indexOf(told!)]!
      const rebased = await ask('rebaseDraft', { params: { id: second.id }, revision: 1 })
      expect(rebased.value).toMatchObject({ draft: { base: '1.0.0', revision: 2 }, conflicts: [] })
      expect((await publish(second.id, 2)).status).toBe(201)
      const { value } = await ask('listVersions', { params: { name } })
      const versions = (value as { items: SchemaVersion[] }).items
      expect(versions.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2])
      expect(versions.find(({ ordinal }) => ordinal === 2)?.schema).toMatchObject({
        properties: { a: {}, b: {} },
      })
    }
  })

  it('publishes one draft once, whoever presses the button', async () => {
    const name = newName()
    const { id } = await start({ event_type: name, schema_text: textOf('a') })
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(id)))
    const won = answers.filter(({ status }) => status === 201)
    expect(won.length).toBe(1)
    for (const { status } of answers) expect([201, 409, 412]).toContain(status)
    const { value } = await ask('listVersions', { params: { name } })
    expect((value as { items: unknown[] }).items.length).toBe(1)
  })

  it('publishes what was read or nothing, while somebody saves', async () => {
    for (let round = 0; round < 20; round++) {
      const name = newName()
      const { id } = await start({ event_type: name, schema_text: textOf('read') })
      const [saved, published] = await Promise.all([
        ask('updateDraft', { params: { id }, revision: 1, body: { schema_text: textOf('saved') } }),
        publish(id),
      ])
      expect([saved.status, published.status].filter((status) => status < 300).length).toBe(1)
      if (published.status === 201)
        expect((published.value as PublishedVersion).version?.schema).toEqual(schemaOf('read'))
      else expect((await ask('getEventType', { params: { name } })).status).toBe(404)
    }
  })
})

describe('the list of drafts', () => {
  it('pages through all of them, last changed first, by state and event type', async () => {
    const name = newName()
    const ids = [] as string[]
    for (let i = 0; i < 5; i++) ids.push((await start({ event_type: name })).id)
    await ask('withdrawDraft', { params: { id: ids[0]! } })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { value } = await ask('listDrafts', {
        query: { event_type: name, state: 'draft', limit: 2, cursor },
      })
      const page = value as { items: Draft[]; next_cursor: string | null }
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(ids.slice(1).reverse())
  })
})
