import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { integers, moments, smallints } from './binary-arrays'
import { microseconds } from './event-columns'

useTestDatabase()

const arrays = [
  { type: 'smallint', write: smallints, least: -(2 ** 15), most: 2 ** 15 - 1 },
  { type: 'int', write: integers, least: -(2 ** 31), most: 2 ** 31 - 1 },
  // What an envelope may say, as far as a double holds its microseconds (the years 1700 to 2255).
  { type: 'timestamptz', write: moments, least: -(2 ** 53), most: 2 ** 53 - 1, read: microseconds('item') },
]

it.each(arrays)(
  'gives PostgreSQL the elements of a $type array',
  async ({ type, write, least, most, read }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: least, max: most })), async (numbers) => {
        const { rows } = await pool().query<{ item: number }>(
          `SELECT ${read ?? 'item'} AS item FROM unnest($1::${type}[]) AS given(item)`,
          [write(numbers)],
        )
        expect(rows.map(({ item }) => item)).toEqual(numbers)
      }),
      { numRuns: 50 },
    )
  },
)

it('gives PostgreSQL the first and the last moment of an envelope', async () => {
  const dates = [
    '0001-01-01T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '2000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ]
  const { rows } = await pool().query<{ item: Date }>(
    'SELECT item FROM unnest($1::timestamptz[]) AS given(item)',
    [moments(dates.map((date) => Date.parse(date) * 1000))],
  )
  expect(rows.map(({ item }) => item)).toEqual(dates.map((date) => new Date(date)))
})
