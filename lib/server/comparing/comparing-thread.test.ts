import { afterEach, describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { compare } from './compare'
import { ComparingThread, type Question } from './comparing-thread'
import { comparisons, type Pair } from './comparisons'
import { compareOn } from './current-thread'

const none = new Map<string, Json>()
const fields = (count: number, longer = 0): Json => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `field${index}`,
      { type: 'string', maxLength: index + longer },
    ]),
  ),
})
const pairOf = (count: number): Pair => ({ before: fields(count), after: fields(count, 1), documents: none })
const ask = (count: number): Question => ({ what: 'comparison', pair: pairOf(count) })

let thread: ComparingThread
const begin = (...limits: ConstructorParameters<typeof ComparingThread>) => {
  thread = new ComparingThread(...limits)
  return thread
}
afterEach(async () => {
  compareOn(undefined)
  await thread.close()
})

describe('a thread that compares', () => {
  it('lets the one that asks go on meanwhile', async () => {
    compareOn(begin())
    const ended: string[] = []
    const heavy = compare('comparison', pairOf(400)).then(() => ended.push('heavy'))
    await compare('comparison', pairOf(1)).then(() => ended.push('small'))
    await new Promise((resolve) => setImmediate(resolve))
    ended.push('what else there is to do')
    await heavy
    expect(ended).toEqual(['small', 'what else there is to do', 'heavy'])
  })

  it('answers what would be answered here, with the documents that the schemas refer to', async () => {
    const pair: Pair = {
      before: { allOf: [fields(100), { $ref: 'https://schemas.example/base' }] },
      after: { allOf: [fields(100, 1), { $ref: 'https://schemas.example/base' }], minProperties: 1 },
      documents: new Map<string, Json | undefined>([
        ['https://schemas.example/base', { required: ['field1'], properties: { ['__proto__']: false } }],
        ['https://schemas.example/missing', undefined],
      ]),
      policy: 'strict',
    }
    compareOn(begin())
    for (const what of ['verdict', 'changes', 'comparison'] as const)
      expect(await compare(what, pair)).toEqual(comparisons[what](pair))
  })

  it('takes schemas too deep to be handed over as well', async () => {
    let deep: Json = {}
    for (let depth = 0; depth < 20_000; depth++) deep = { not: deep }
    compareOn(begin())
    expect(await compare('verdict', { before: deep, after: true, documents: none })).toBe('unknown')
  })

  it('gives up what takes too long', async () => {
    begin({ milliseconds: 1, megabytes: 256 })
    await expect(thread.ask(ask(400))).rejects.toMatchObject({ slug: 'comparison-given-up' })
    await expect(thread.ask(ask(400))).rejects.toMatchObject({ slug: 'comparison-given-up' })
  })

  it('gives up what takes too much memory, and answers the next', async () => {
    begin({ milliseconds: 50_000, megabytes: 48 })
    const enormous: Json = { enum: Array.from({ length: 1_500_000 }, (_, index) => `value ${index}`) }
    const question: Question = {
      what: 'verdict',
      pair: { before: enormous, after: enormous, documents: none },
    }
    const [first, second] = await Promise.allSettled([
      thread.ask(question),
      thread.ask({ what: 'verdict', pair: pairOf(100) }),
    ])
    expect(first).toMatchObject({ status: 'rejected', reason: { slug: 'comparison-given-up' } })
    expect(second).toMatchObject({ status: 'fulfilled', value: 'breaking' })
  })

  it('turns away whom it cannot answer soon, and all when it closes', async () => {
    begin()
    const asked = Promise.allSettled(Array.from({ length: 18 }, () => thread.ask(ask(400))))
    await thread.close()
    for (const answer of await asked)
      expect(answer).toMatchObject({ status: 'rejected', reason: { slug: 'comparing-busy' } })
    await expect(thread.ask(ask(1))).rejects.toMatchObject({ slug: 'comparing-busy' })
  })
})
