import { expect, it } from 'vitest'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

const name = 'LampSwitchedOff'
const patch = (version: string, body: unknown) => ask('updateVersion', { params: { name, version }, body })
const latest = async () =>
  (await ask('getVersion', { params: { name, version: 'latest' } })).value as SchemaVersion

it('deprecates, retires and restores a version, and never touches its schema', async () => {
  await ask('createEventType', { body: { name, kind: 'domain' } })
  for (const label of ['1.0.0', '2.0.0'])
    await ask('publishVersion', {
      params: { name },
      body: { label, schema: { title: label, type: 'object' } },
    })

  const deprecated = await patch('1.0.0', {
    status: 'deprecated',
    status_reason: 'Carries no room',
    successor: '2.0.0',
    retires_on: '2027-03-01',
  })
  expect([deprecated.status, deprecated.value]).toMatchObject([
    200,
    { status: 'deprecated', status_reason: 'Carries no room', successor: '2.0.0', retires_on: '2027-03-01' },
  ])
  expect((await patch('1.0.0', { retires_on: '2027-04-01' })).value).toMatchObject({
    status: 'deprecated',
    successor: '2.0.0',
    retires_on: '2027-04-01',
    schema: { title: '1.0.0', type: 'object' },
  })

  expect((await latest()).label).toBe('2.0.0')
  await patch('2.0.0', { status: 'retired' })
  expect((await latest()).label).toBe('1.0.0')
  await patch('2.0.0', { status: 'active' })
  expect((await latest()).label).toBe('2.0.0')
  expect((await patch('1.0.0', { status: 'active' })).value).toMatchObject({
    status: 'active',
    status_reason: '',
    successor: null,
    retires_on: null,
  })
})

it('refuses what is no version, no successor and no date', async () => {
  const statuses = await Promise.all([
    patch('9.9.9', { status: 'retired' }),
    patch('1.0.0', { status: 'deprecated', successor: '9.9.9' }),
    patch('1.0.0', { status: 'deprecated', successor: '1.0.0' }),
    patch('1.0.0', { status: 'gone' }),
    patch('1.0.0', { retires_on: '2027-02-30' }),
    patch('1.0.0', { schema: {} }),
  ])
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 422, 422, 422])
})
