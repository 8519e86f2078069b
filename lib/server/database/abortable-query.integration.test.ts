import { describe, expect, test, vi } from 'vitest'
import { abortableQuery } from './abortable-query'
import { pool } from './connection'
import { useTestDatabase } from './testing/test-database'

describe('a statement that may be given up', () => {
  useTestDatabase()
  const running = async () => {
    const { rowCount } = await pool().query(
      `SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep(%'`,
    )
    return rowCount
  }

  test('answers', async () => {
    const { rows } = await abortableQuery<{ one: number }>(
      { text: 'SELECT $1::int AS one', values: [1] },
      new AbortController().signal,
    )
    expect(rows).toEqual([{ one: 1 }])
  })

  test('ends in the database too where nobody waits for it any more', async () => {
    const given = new AbortController()
    const answer = abortableQuery({ text: 'SELECT pg_sleep(30)' }, given.signal)
    const failed = expect(answer).rejects.toThrow('gone')
    await vi.waitFor(async () => expect(await running()).toBe(1))
    given.abort(new Error('gone'))
    await failed
    expect(await running()).toBe(0)
    await expect(abortableQuery({ text: 'SELECT 1' }, given.signal)).rejects.toThrow('gone')
    expect((await pool().query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  test('is not begun where it was given up before a connection was free', async () => {
    const taken = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()))
    const given = new AbortController()
    const answer = abortableQuery({ text: 'CREATE TABLE begun ()' }, given.signal)
    const failed = expect(answer).rejects.toThrow('gone')
    given.abort(new Error('gone'))
    for (const client of taken) client.release()
    await failed
    const { rows } = await pool().query<{ begun: unknown }>(`SELECT to_regclass('begun') AS begun`)
    expect(rows).toEqual([{ begun: null }])
    expect(pool().totalCount).toBe(taken.length)
  })
})
