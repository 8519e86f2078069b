import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '@/lib/contracts/lint'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import { rules } from '@/lib/domain/lint/rules'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { holdingUp } from '@/lib/domain/lint/holds-up'

useTestDatabase()

const described = (...fields: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(
    fields.map((field) => [field, { type: 'string', description: 'd', maxLength: 9 }]),
  ),
})

async function lint(body: Record<string, unknown>): Promise<Finding[]> {
  const { status, value } = await ask('lint', { body })
  expect(status).toBe(200)
  return (value as { findings: Finding[] }).findings
}
const rulesOf = (findings: Finding[]) => findings.map(({ rule }) => rule)

beforeAll(async () => {
  const put = (name: string, kind: string, description: string) =>
    ask('createEventType', { body: { name, kind, description } })
  await put('InvoiceCreated', 'cud', 'An invoice is there')
  await put('InvoiceUpdated', 'cud', 'An invoice has changed')
  await put('CardExpired', 'domain', 'A card can no longer pay')
  const body = { schema: described('id', 'amount') }
  await ask('publishVersion', { params: { name: 'InvoiceCreated' }, body })
})

it('holds up publishing by rules that there are', () => {
  const known = new Set(rules.map(({ id }) => id))
  expect([...holdingUp].filter((id) => !known.has(id))).toEqual([])
})

describe('findings among the catalog', () => {
  it('know the sisters and the other names', async () => {
    const findings = await lint({ name: 'InvoiceUpdated', schema: described('id') })
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(['cud-full-state', 'cud-family']))
    expect(findings.find(({ rule }) => rule === 'cud-full-state')?.message).toContain('"amount"')
    expect(findings.find(({ rule }) => rule === 'cud-family')?.message).toContain('Deleted')
    expect(rulesOf(await lint({ name: 'cardExpired', kind: 'domain' }))).toContain('name-case-collision')
    expect(rulesOf(await lint({ name: 'CardExpired', kind: 'domain' }))).not.toContain('name-case-collision')
  })

  it('know what stands beside the schema: its description and its examples', async () => {
    const schema = described('id')
    const bare = rulesOf(await lint({ name: 'InvoicePaid', kind: 'domain', schema }))
    expect(bare).toEqual(expect.arrayContaining(['description-missing', 'example-missing']))
    const told = await lint({
      name: 'InvoicePaid',
      kind: 'domain',
      schema,
      description: 'd',
      examples: [{ id: 'i' }],
    })
    expect(rulesOf(told)).not.toEqual(expect.arrayContaining(['description-missing']))
    expect(rulesOf(told)).not.toEqual(expect.arrayContaining(['example-missing']))
    expect(rulesOf(await lint({ name: 'CardExpired', schema }))).not.toContain('description-missing')
  })

  it.each(['InvoiceCreated', 'InvoiceUpdated', 'CardExpired'])(
    'are the same for %s when asked for and when published',
    async (name) => {
      const schema = { ...described('id', 'Id'), additionalProperties: false }
      const asked = await lint({ name, schema, examples: [{ id: 'i' }] })
      const { value } = await ask('publishVersion', {
        params: { name },
        body: { schema, examples: [{ id: 'i' }] },
      })
      expect((value as PublishedVersion).findings).toEqual(asked)
      expect(asked.length).toBeGreaterThan(0)
    },
  )
})
