import { expect, test } from 'vitest'
import { SharedTurns } from './shared-turns'

const turned = () => new Promise((resolve) => setImmediate(resolve))

test('those of one turn and kind share the work, and each has the results of its own items', async () => {
  const turns = new SharedTurns<number, string>()
  const done: number[][] = []
  const work = (items: readonly number[]) => {
    done.push([...items])
    return Promise.resolve(items.map(String))
  }
  const answers = [
    turns.join('a', [1], work),
    turns.join('b', [2], work),
    turns.join('a', [3, 4], work),
    turns.join('a', [], work),
  ]
  expect(done).toEqual([])
  expect(await Promise.all(answers)).toEqual([['1'], ['2'], ['3', '4'], []])
  expect(done).toEqual([[1, 3, 4], [2]])
})

test('who comes while it is being done is of the next turn', async () => {
  const turns = new SharedTurns<number, number>()
  const done: number[][] = []
  const work = async (items: readonly number[]) => {
    done.push([...items])
    await turned()
    return [...items]
  }
  const first = turns.join('a', [1], work)
  await turned()
  const second = turns.join('a', [2], work)
  expect(await first).toEqual([1])
  expect(await second).toEqual([2])
  expect(done).toEqual([[1], [2]])
})

test('a turn that is full is done without those that are too many for it', async () => {
  const turns = new SharedTurns<number, number>()
  const sizes: number[] = []
  const work = (items: readonly number[]) => {
    sizes.push(items.length)
    return Promise.resolve([...items])
  }
  const many = Array.from({ length: 300 }, (_, i) => i)
  const answers = await Promise.all([1, 2, 3].map(() => turns.join('a', many, work)))
  expect(answers).toEqual([many, many, many])
  expect(sizes).toEqual([300, 300, 300])
})

test('where the work fails, all that share it are told', async () => {
  const turns = new SharedTurns<number, number>()
  const fail = () => Promise.reject(new Error('gone'))
  const answers = await Promise.allSettled([turns.join('a', [1], fail), turns.join('a', [2], fail)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
