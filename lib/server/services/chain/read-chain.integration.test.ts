import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send } from '@/lib/server/ingest/testing/received'
import { glanceAtChain, readSharedChain } from './read-chain'

describe('a chain that is being read', () => {
  useTestDatabase()
  afterAll(closeReceiver)
  beforeAll(() => send([envelope({ id: 'a' }), envelope({ id: 'b', parent: 'a' })]))

  test('is the same for whoever glances at it', async () => {
    const reading = readSharedChain('a', undefined)
    const glance = glanceAtChain('a', undefined)
    expect(await glance).toBe(await reading)
    expect((await glance).members).toHaveLength(2)
  })

  test('is read anew by whoever asks for all of it, and is not kept', async () => {
    const before = await readSharedChain('a', undefined)
    await send([envelope({ id: 'c', parent: 'a' })])
    expect((await glanceAtChain('a', undefined)).members).toHaveLength(3)
    const [one, another] = await Promise.all([
      readSharedChain('a', undefined),
      readSharedChain('a', undefined),
    ])
    expect(another).not.toBe(one)
    expect(before.members).toHaveLength(2)
  })

  test('is read by whoever glanced at it where the other gave it up', async () => {
    const given = new AbortController()
    const reading = readSharedChain('b', given.signal)
    const glance = glanceAtChain('b', undefined)
    given.abort(new Error('gone'))
    await reading.catch(() => undefined)
    expect((await glance).members.map(({ event }) => event.event_id)).toContain('b')
    await expect(glanceAtChain('nobody', undefined)).rejects.toMatchObject({ slug: 'event-not-found' })
  })

  test('is nothing for whoever gave up the glance', async () => {
    const given = new AbortController()
    const reading = readSharedChain('a', undefined)
    const glance = glanceAtChain('a', given.signal)
    given.abort(new Error('gone'))
    await expect(glance).rejects.toThrow('gone')
    expect((await reading).members).toHaveLength(3)
  })
})
