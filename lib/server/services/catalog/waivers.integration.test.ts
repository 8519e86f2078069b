import { describe, expect, it } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import type { Finding } from '@/lib/contracts/lint'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import type { Waiver } from '@/lib/contracts/waiver'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

/** A pattern with a look-behind, which no linear engine runs, holds up publishing. */
const schema = {
  type: 'object',
  description: 'd',
  properties: { code: { type: 'string', description: 'd', pattern: '(?<=a)b', maxLength: 9 } },
}
const lint = async (name: string) =>
  ((await ask('lint', { body: { name, kind: 'domain', schema } })).value as { findings: Finding[] }).findings
const waive = (name: string, { rule, path, message }: Finding, reason = 'Kept for the old scanners') =>
  ask('createWaiver', { params: { name }, body: { rule, path, message, reason } })
const findingOf = async (name: string, rule: string) => {
  const finding = (await lint(name)).find((one) => one.rule === rule)
  expect(finding).toBeDefined()
  return finding as Finding
}

describe('a waived finding', () => {
  it('stays visible with who, when and why, and holds nothing up until it is taken back', async () => {
    const name = 'ScannerReplaced'
    await ask('createEventType', { body: { name, kind: 'domain' } })
    const publish = async () => {
      const { status, value } = await ask('publishVersion', {
        params: { name },
        body: { schema, label: '1' },
      })
      return { status, published: value as PublishedVersion }
    }
    expect((await publish()).status).toBe(202)

    const made = await waive(name, await findingOf(name, 'pattern-not-linear'))
    expect(made.status).toBe(201)
    const waiver = made.value as Waiver
    expect(await findingOf(name, 'pattern-not-linear')).toMatchObject({
      waiver: {
        id: waiver.id,
        reason: 'Kept for the old scanners',
        created_by: expect.any(String) as string,
      },
    })
    const { status, published } = await publish()
    expect(status).toBe(201)
    expect(published.findings.some(({ waiver: given }) => given?.id === waiver.id)).toBe(true)

    expect((await waive(name, await findingOf(name, 'pattern-not-linear'))).status).toBe(409)
    expect((await ask('endWaiver', { params: { name, id: waiver.id } })).status).toBe(204)
    expect((await ask('endWaiver', { params: { name, id: waiver.id } })).status).toBe(404)
    expect((await findingOf(name, 'pattern-not-linear')).waiver).toBeUndefined()
    const { value } = await ask('listWaivers', { params: { name } })
    expect((value as { items: Waiver[] }).items).toMatchObject([
      {
        id: waiver.id,
        rule: 'pattern-not-linear',
        path: '/properties/code/pattern',
        ended_at: expect.any(String) as string,
      },
    ])
  })

  it('lets a draft be published whose name is no past tense', async () => {
    const name = 'ScannerState'
    const draft = (await ask('createDraft', { body: { event_type: name, schema_text: '{"type":"object"}' } }))
      .value as Draft
    const publish = () => ask('publishDraft', { params: { id: draft.id }, revision: draft.revision })
    expect((await publish()).status).toBe(422)
    await waive(name, await findingOf(name, 'name-past-tense'))
    expect((await publish()).status).toBe(201)
  })

  it('stays with its draft when that gets another name, and with another draft of the old one', async () => {
    const begin = async () =>
      (
        await ask('createDraft', {
          body: { event_type: 'ScannerMended', schema_text: JSON.stringify(schema) },
        })
      ).value as Draft
    const [draft, other] = [await begin(), await begin()]
    const rename = async (event_type: string, { id }: Draft) => {
      const { revision } = (await ask('getDraft', { params: { id } })).value as Draft
      expect((await ask('updateDraft', { params: { id }, revision, body: { event_type } })).status).toBe(200)
    }
    await waive(
      'ScannerMended',
      await findingOf('ScannerMended', 'pattern-not-linear'),
      'Old scanners have it',
    )
    const reasonAt = async (name: string) => (await findingOf(name, 'pattern-not-linear')).waiver?.reason
    await rename('ScannerFixed', draft)
    expect(await reasonAt('ScannerFixed')).toBe('Old scanners have it')
    expect(await reasonAt('ScannerMended')).toBe('Old scanners have it')
    await rename('ScannerPatched', draft)
    expect(await reasonAt('ScannerFixed')).toBeUndefined()
    // A type of the catalog has its own waivers: whoever writes a draft does not give it more.
    await ask('createEventType', { body: { name: 'ScannerTested', kind: 'domain' } })
    await rename('ScannerTested', other)
    expect(await reasonAt('ScannerTested')).toBeUndefined()
    expect(await reasonAt('ScannerMended')).toBe('Old scanners have it')
  })

  it('needs a reason, and a rule that can be waived', async () => {
    const finding: Finding = { rule: 'type-missing', severity: 'hint', path: '', message: 'm' }
    expect((await waive('ScannerLost', finding, '  short  ')).status).toBe(422)
    const { status, value } = await waive('ScannerLost', { ...finding, rule: 'invalid-schema' })
    expect([status, value]).toMatchObject([422, { type: '/problems/not-waivable' }])
  })

  it('is for one finding of the whole, not for all of its rule', async () => {
    const name = 'ScannerRepaired'
    await waive(name, { rule: 'example-missing', severity: 'hint', path: '', message: 'another sentence' })
    expect((await findingOf(name, 'example-missing')).waiver).toBeUndefined()
  })
})

describe('the rules of a catalog', () => {
  const change = (body: unknown) => ask('updateSettings', { body })

  it('have the severities and the name style of its settings', async () => {
    const usual = await lint('scanner_lost')
    expect(usual.map(({ rule }) => rule)).toContain('example-missing')
    expect(usual.map(({ rule }) => rule)).not.toContain('name-style')
    const { status } = await change({
      rule_severities: { 'example-missing': 'off', 'pattern-not-linear': 'warning' },
      name_style: 'PascalCase',
    })
    expect(status).toBe(200)
    const changed = await lint('scanner_lost')
    expect(changed.map(({ rule }) => rule)).not.toContain('example-missing')
    expect(changed.find(({ rule }) => rule === 'name-style')?.fix?.name).toBe('ScannerLost')
    expect(changed.find(({ rule }) => rule === 'pattern-not-linear')?.severity).toBe('warning')
    await change({ rule_severities: {}, name_style: null })
    expect(await lint('scanner_lost')).toEqual(usual)
  })

  it('know no rule that there is none of', async () => {
    const { status, value } = await change({ rule_severities: { 'no-such-rule': 'off' } })
    expect([status, value]).toMatchObject([422, { errors: [{ pointer: '/rule_severities/no-such-rule' }] }])
    expect((await change({ rule_severities: { 'type-missing': 'loud' } })).status).toBe(422)
  })
})
