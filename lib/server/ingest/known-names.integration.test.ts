import { expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { KnownNames } from './known-names'

useTestDatabase()

const batch = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ typeName: `T${from + i}Tried`, versionLabel: '1' }))

test('a batch has the integers of its names, whatever others make forget meanwhile', async () => {
  const names = new KnownNames(pool(), 3)
  const first = batch(0, 4)
  const firstOf = await names.of(first)
  const ids = first.map(firstOf)
  // More than are remembered: now those of the first batch are forgotten, which is still being stored.
  const [secondOf, thirdOf] = await Promise.all([names.of(batch(4, 9)), names.of(batch(2, 6))])
  expect(first.map(firstOf)).toEqual(ids)
  expect(new Set([...ids, ...batch(4, 9).map(secondOf)].map(({ typeId }) => typeId)).size).toBe(9)
  expect(batch(2, 4).map(thirdOf)).toEqual(ids.slice(2))
  expect(batch(4, 6).map(thirdOf)).toEqual(batch(4, 6).map(secondOf))
})
