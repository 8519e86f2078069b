import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { getChainVariant } from './get-chain-variant'
import { listVariants } from './list-variants'

const at = (minutesAgo: number, draft: Parameters<typeof envelope>[0]) => {
  const instant = new Date(Date.now() - minutesAgo * 60_000).toISOString()
  return { ...envelope({ ...draft, created: instant }), received_at: instant }
}

describe('chains by shape', () => {
  useTestDatabase()

  beforeAll(async () => {
    const events: object[] = []
    for (let i = 1; i <= 20; i++) {
      const start = 60 + i
      events.push(at(start, { id: `o${i}`, type: 'OrderPlaced' }))
      // Every other time the mail comes first; of one order only the mail.
      const paid = at(start - 1, { id: `p${i}`, parent: `o${i}`, type: 'OrderPaid' })
      const mailed = at(start - 2, { id: `m${i}`, parent: `o${i}`, type: 'MailSent' })
      events.push(...(i === 20 ? [mailed] : i % 2 ? [paid, mailed] : [mailed, paid]))
    }
    events.push(at(50, { id: 'c1', type: 'CartMade' }))
    // May still go on.
    events.push(at(2, { id: 'o99', type: 'OrderPlaced' }))
    // Its beginning never came.
    events.push(at(70, { id: 'x1', parent: 'never', type: 'OrderPaid' }))
    await send(events, 'import')
    // A child that came before its parent, in another batch.
    await send([at(40, { id: 'late-child', parent: 'late', type: 'OrderPaid' })], 'import')
    await send([at(41, { id: 'late', type: 'OrderPlaced' })], 'import')
  })

  test('are counted by share, whatever the order of siblings, without those that may go on', async () => {
    const { items, chains, root_types } = await listVariants(sender, { query: { type: 'OrderPlaced' } })
    expect(chains).toBe(21)
    expect(items.map(({ count, outline }) => [count, outline.map(({ type }) => type).join(' ')])).toEqual([
      [19, 'OrderPlaced MailSent OrderPaid'],
      [1, 'OrderPlaced OrderPaid'],
      [1, 'OrderPlaced MailSent'],
    ])
    expect(items[0]).toMatchObject({ share: 19 / 21, example: 'o1', size: 3 })
    expect(items[0]!.first_seen < items[0]!.last_seen).toBe(true)
    expect(root_types).toEqual(['OrderPlaced', 'CartMade'])
    expect((await listVariants(sender, { query: {} })).chains).toBe(22)
  })

  test('say of one how rare it is, and what it lacks beside a usual one', async () => {
    expect(await getChainVariant(sender, { event_id: 'p3' })).toMatchObject({
      usual: true,
      count: 19,
      nearest: null,
    })
    const rare = await getChainVariant(sender, { event_id: 'm20' })
    expect(rare).toMatchObject({ usual: false, count: 1, chains: 21, root_type: 'OrderPlaced' })
    expect(rare.nearest).toMatchObject({
      example: 'o1',
      steps: [
        { type: 'OrderPlaced', is: 'same' },
        { type: 'MailSent', is: 'same' },
        { type: 'OrderPaid', is: 'missing' },
      ],
    })
    const unfinished = await getChainVariant(sender, { event_id: 'x1' })
    expect(unfinished).toMatchObject({ root_type: null, nearest: null })
    await expect(getChainVariant(sender, { event_id: 'nobody' })).rejects.toThrow()
  })
})
