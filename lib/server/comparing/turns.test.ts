import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

const turns = (...added: string[]) => {
  const waiting = new Turns<string>()
  for (const one of added) waiting.add(one[0]!, one)
  return waiting
}
function all(waiting: Turns<string>): string[] {
  const served: string[] = []
  for (let one = waiting.next(); one !== undefined; one = waiting.next()) served.push(one)
  return served
}

describe('turns', () => {
  it('go round, each asker in their own order', () => {
    expect(all(turns('a1', 'a2', 'a3', 'b1', 'c1', 'c2'))).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3'])
  })

  it('let who was served last stand back', () => {
    const waiting = turns('a1')
    expect(waiting.next()).toBe('a1')
    for (const one of ['a2', 'a3', 'b1']) waiting.add(one[0]!, one)
    expect(all(waiting)).toEqual(['b1', 'a2', 'a3'])
  })

  it('lose what is taken back', () => {
    const waiting = turns('a1', 'a2', 'b1')
    expect([waiting.remove('a', 'a1'), waiting.remove('a', 'a1'), waiting.remove('b', 'b1')]).toEqual([
      true,
      false,
      true,
    ])
    expect([waiting.length, all(waiting), waiting.length]).toEqual([1, ['a2'], 0])
  })

  it('give way to who has fewer waiting, never to who would have as many', () => {
    const waiting = turns('a1', 'a2', 'a3', 'b1')
    expect(waiting.giveWay('a')).toBeUndefined()
    expect(waiting.giveWay('b')).toBe('a3')
    expect(waiting.giveWay('b')).toBeUndefined()
    expect(waiting.giveWay('c')).toBe('a2')
    expect(waiting.giveWay('c')).toBeUndefined()
    expect(waiting.clear()).toEqual(['a1', 'b1'])
  })
})
