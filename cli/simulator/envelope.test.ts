import { expect, test } from 'vitest'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import { accidents } from './accidents'
import { simulateHistory } from './history'
import { lineOf } from './message'

const messages = [
  ...simulateHistory({ seed: 'envelopes', end: Date.UTC(2026, 2, 14, 20), days: 30, events: 20_000 }),
]

test('only an envelope that was broken on purpose is quarantined, and it always is', () => {
  for (const message of messages) {
    for (const mode of ['live', 'import'] as const) {
      const { kind, problems } = readEnvelope(lineOf(message, mode), { isImport: mode === 'import' })
      const isBroken = message.accident === 'broken-envelope'
      expect(kind, `${message.text} ${JSON.stringify(problems)}`).toBe(isBroken ? 'quarantined' : 'event')
    }
  }
})

test('an import says when the event was received, and changes nothing else', () => {
  for (const message of messages.slice(0, 500)) {
    if (message.accident === 'broken-envelope') continue
    const { received_at, ...rest } = JSON.parse(lineOf(message, 'import')) as Record<string, unknown>
    expect(received_at).toBe(new Date(message.sentAt).toISOString())
    expect(rest).toEqual(JSON.parse(message.text))
  }
})

test('every kind of broken envelope occurs, and no line holds an end of line', () => {
  const codes = messages
    .filter(({ accident }) => accident === 'broken-envelope')
    .map(({ text }) => readEnvelope(text).problems[0]?.code)
  expect(new Set(codes).size).toBeGreaterThanOrEqual(4)
  expect(messages.filter(({ text }) => text.includes('\n'))).toEqual([])
})

test('less than a tenth of all messages meets an accident', () => {
  expect(Object.values(accidents).reduce((sum, share) => sum + share, 0)).toBeLessThan(0.1)
})
