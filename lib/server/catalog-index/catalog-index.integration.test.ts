import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { publishUnderLock } from '@/lib/server/stores/schema-version-store'
import { currentCatalog } from './catalog-index'

useTestDatabase()

let other: Client
beforeAll(async () => {
  other = new Client({ connectionString: process.env.DATABASE_URL! })
  await other.connect()
})
afterAll(() => other.end())

const insert = (name: string) =>
  other.query(`INSERT INTO event_type (name, kind, updated_at) VALUES ($1, 'domain', now())`, [name])

describe('currentCatalog', () => {
  it('sees what another connection has changed, in any table of the catalog', async () => {
    const seen = async () => (await currentCatalog()).entries.get('CardExpired')?.row
    expect(await seen()).toBeUndefined()
    await insert('CardExpired')
    expect(await seen()).toMatchObject({ description: '', owner: null })
    await other.query(`UPDATE event_type SET description = 'no longer pays' WHERE name = 'CardExpired'`)
    expect((await currentCatalog()).search.search('longer pays').map(({ name }) => name)).toEqual([
      'CardExpired',
    ])
    await other.query(`INSERT INTO owner (slug, name, updated_at) VALUES ('cards', 'Cards', now())`)
    await other.query('UPDATE event_type SET owner_id = (SELECT id FROM owner)')
    expect(await seen()).toMatchObject({ owner: { slug: 'cards', name: 'Cards' } })
    await other.query(`UPDATE owner SET name = 'Cards and tills'`)
    expect((await currentCatalog()).search.search('tills').length).toBe(1)
    await publish('CardExpired', '1', '{"properties": {"card_id": true}}')
    expect((await currentCatalog()).entries.get('CardExpired')).toMatchObject({
      latest: { label: '1' },
      fields: ['card_id'],
    })
    await other.query(
      `INSERT INTO schema_version_status (version_id, status, updated_at) SELECT id, 'retired', now() FROM schema_version`,
    )
    expect((await currentCatalog()).entries.get('CardExpired')?.latest).toBeUndefined()
  })

  it('forgets what is gone', async () => {
    await insert('GoneVanished')
    expect((await currentCatalog()).search.search('GoneVanished').length).toBe(1)
    await other.query(`DELETE FROM event_type WHERE name = 'GoneVanished'`)
    const catalog = await currentCatalog()
    expect(catalog.entries.has('GoneVanished')).toBe(false)
    expect(catalog.search.search('GoneVanished')).toEqual([])
  })

  it('shows a change only with its commit', async () => {
    await other.query('BEGIN')
    await insert('LateCommitted')
    expect((await currentCatalog()).entries.has('LateCommitted')).toBe(false)
    await other.query('COMMIT')
    expect((await currentCatalog()).entries.has('LateCommitted')).toBe(true)
  })

  it('shows whoever asks their own change, while many change and read at once', async () => {
    const missed: string[] = []
    const clients = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new Client({ connectionString: process.env.DATABASE_URL! })
        await client.connect()
        return client
      }),
    )
    await Promise.all(
      clients.map(async (client, c) => {
        for (let i = 0; i < 20; i++) {
          const name = `Many${c}x${i}Happened`
          await client.query(`INSERT INTO event_type (name, kind, updated_at) VALUES ($1, 'domain', now())`, [
            name,
          ])
          const { entries, search } = await currentCatalog()
          if (!entries.has(name) || !search.search(name).some((hit) => hit.name === name)) missed.push(name)
        }
      }),
    )
    await Promise.all(clients.map((client) => client.end()))
    expect(missed).toEqual([])
    const { entries } = await currentCatalog()
    expect([...entries.keys()].filter((name) => name.startsWith('Many')).length).toBe(120)
  })
})

function publish(name: string, label: string, schema: string) {
  return publishUnderLock(name, () => ({
    insert: {
      id: `${name}-${label}`,
      label,
      schema,
      examples: '[]',
      notes: '',
      contentHash: label,
      baseVersionId: null,
      publishedBy: 'test',
    },
  }))
}
