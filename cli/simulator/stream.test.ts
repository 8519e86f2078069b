import { expect, test } from 'vitest'
import type { Message } from './message'
import { simulateStream } from './stream'

const start = Date.UTC(2026, 2, 14, 20)

function firstSeconds(seconds: number, rate: number): Message[] {
  const sent: Message[] = []
  for (const message of simulateStream({ seed: 'test', start, rate })) {
    if (message.sentAt > start + seconds * 1000) return sent
    sent.push(message)
  }
  return sent
}

test('a stream holds its rate from the first minute on', () => {
  const sent = firstSeconds(600, 50)
  for (let minute = 0; minute < 10; minute++) {
    const inMinute = sent.filter(({ sentAt }) => Math.floor((sentAt - start) / 60_000) === minute)
    expect(inMinute.length / 60, `minute ${minute}`).toBeGreaterThan(45)
    expect(inMinute.length / 60, `minute ${minute}`).toBeLessThan(57)
  }
})

test('the same seed and start give the same stream, to the bit', () => {
  expect(firstSeconds(20, 30)).toEqual(firstSeconds(20, 30))
})

test('events of a stream are made at the moment they are sent, not in the future', () => {
  for (const { sentAt, text, accident } of firstSeconds(60, 50)) {
    if (accident !== null) continue
    const { meta } = JSON.parse(text) as { meta: { created_at: string } }
    expect(Date.parse(meta.created_at)).toBeLessThanOrEqual(sentAt)
  }
})
