import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { storeApart } from './store-apart'

const failure = (code: string, message: string) => Object.assign(new Error(message), { code })

/** A store of numbers that refuses a whole part for one number below zero, as PostgreSQL does. */
function storeOfNumbers() {
  const kept: number[] = []
  const store = (part: readonly number[]) => {
    if (part.length === 0) return Promise.reject(new Error('given nothing'))
    const bad = part.find((item) => item < 0)
    if (bad !== undefined) return Promise.reject(failure('22P05', `cannot hold ${bad}`))
    kept.push(...part)
    return Promise.resolve(part.length)
  }
  return { kept, store }
}

it('stores all but what is refused, each once and in order, and says why of each of those', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: -50, max: 50 })), async (items) => {
      const { kept, store } = storeOfNumbers()
      const { answers, unstorable } = await storeApart(items, store)
      expect(kept).toEqual(items.filter((item) => item >= 0))
      expect(answers.reduce((sum, count) => sum + count, 0)).toBe(kept.length)
      expect([...unstorable]).toEqual(
        items
          .filter((item) => item < 0)
          .map((item) => [item, { status: 'unstorable', message: `cannot hold ${item}` }]),
      )
    }),
  )
})

it('asks once where nothing is refused, and of a thousand with one refused some twenty times', async () => {
  const { store } = storeOfNumbers()
  const counted = vi.fn(store)
  await storeApart([1, 2, 3], counted)
  expect(counted).toHaveBeenCalledTimes(1)
  counted.mockClear()
  await storeApart([...Array(999).keys(), -1], counted)
  expect(counted.mock.calls.length).toBeLessThanOrEqual(21)
})

it('tries nothing apart where the database fails for another reason', async () => {
  const full = failure('53100', 'no space left')
  const store = vi.fn(() => Promise.reject(full))
  await expect(storeApart([1, 2], store)).rejects.toBe(full)
  expect(store).toHaveBeenCalledTimes(1)
})
