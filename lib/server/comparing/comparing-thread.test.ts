import { afterEach, describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { installation } from '@/lib/domain/policy/policy'
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

const ilse = { by: 'ilse' }

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
    const heavy = compare('comparison', pairOf(400), { by: installation }).then(() => ended.push('heavy'))
    await compare('comparison', pairOf(1), { by: installation }).then(() => ended.push('small'))
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
      expect(await compare(what, pair, { by: installation })).toEqual(comparisons[what](pair))
  })

  it('takes schemas too deep to be handed over as well', async () => {
    let deep: Json = {}
    for (let depth = 0; depth < 20_000; depth++) deep = { not: deep }
    compareOn(begin())
    expect(
      await compare('verdict', { before: deep, after: true, documents: none }, { by: installation }),
    ).toBe('unknown')
  })

  it('gives up what takes too long', async () => {
    begin({ milliseconds: 1, megabytes: 256 })
    await expect(thread.ask(ask(400), ilse)).rejects.toMatchObject({ slug: 'comparison-given-up' })
    await expect(thread.ask(ask(400), ilse)).rejects.toMatchObject({ slug: 'comparison-given-up' })
  })

  it('gives up what takes too much memory, and answers the next', async () => {
    begin({ milliseconds: 50_000, megabytes: 48 })
    const enormous: Json = { enum: Array.from({ length: 1_500_000 }, (_, index) => `value ${index}`) }
    const question: Question = {
      what: 'verdict',
      pair: { before: enormous, after: enormous, documents: none },
    }
    const [first, second] = await Promise.allSettled([
      thread.ask(question, ilse),
      thread.ask({ what: 'verdict', pair: pairOf(100) }, ilse),
    ])
    expect(first).toMatchObject({ status: 'rejected', reason: { slug: 'comparison-given-up' } })
    expect(second).toMatchObject({ status: 'fulfilled', value: 'breaking' })
  })

  it('turns away whom it cannot answer soon, and all when it closes', async () => {
    begin()
    const asked = Promise.allSettled(Array.from({ length: 18 }, () => thread.ask(ask(400), ilse)))
    await thread.close()
    for (const answer of await asked)
      expect(answer).toMatchObject({ status: 'rejected', reason: { slug: 'comparing-busy' } })
    await expect(thread.ask(ask(1), ilse)).rejects.toMatchObject({ slug: 'comparing-busy' })
  })

  it('answers askers in turns, and turns away the one who asks most', async () => {
    begin()
    const ended: string[] = []
    const asked = (name: string, count: number) =>
      thread.ask(ask(count), { by: name[0]! }).then(
        () => void ended.push(name),
        () => void ended.push(`${name} turned away`),
      )
    const many = Array.from({ length: 17 }, (_, i) => asked(`a${i}`, 60))
    const few = [asked('b0', 60), asked('b1', 60), asked('c0', 60)]
    await Promise.all([...many, ...few])
    expect(ended.slice(0, 3)).toEqual(['a16 turned away', 'a15 turned away', 'a14 turned away'])
    expect(ended.slice(3, 8)).toEqual(['a0', 'b0', 'c0', 'a1', 'b1'])
    expect(ended.slice(8)).toEqual(Array.from({ length: 12 }, (_, i) => `a${i + 2}`))
  })

  it('begins nothing that nobody waits for any more', async () => {
    begin()
    const first = thread.ask(ask(200), ilse)
    const gone = new AbortController()
    // It would be given up only after a minute.
    const left = thread.ask(ask(200_000), { by: 'otto', signal: gone.signal })
    const last = thread.ask(ask(60), ilse)
    gone.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    await expect(thread.ask(ask(60), { by: 'otto', signal: gone.signal })).rejects.toThrow('gone')
    await Promise.all([first, last])
    expect(thread.isComparing).toBe(false)
  })
})
