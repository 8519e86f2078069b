import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { DRAFT_07 } from '@/prisma/demo/event-type-notation'
import { eventTypes } from '@/prisma/demo/event-types'
import { accidents, incident, stops, type AccidentName } from './accidents'
import { simulateHistory } from './history'
import type { Message } from './message'
import { rollouts } from './rollouts'

const DAY_MS = 86_400_000
const request = { seed: 'test', end: Date.UTC(2026, 2, 14, 20, 30), days: 30, events: 20_000 }
const messages = [...simulateHistory(request)]

interface Envelope {
  data?: unknown
  payload?: unknown
  meta: {
    created_at: string
    event_id: string
    parent_event_id?: string
    schema: { name: string; version: string }
  }
}
const proper = messages.filter(({ accident }) => accident === null)
const envelopes = proper.map(({ text }) => JSON.parse(text) as Envelope)

test('the same seed and end give the same messages, to the bit', () => {
  const short = { ...request, events: 2_000 }
  expect([...simulateHistory(short)]).toEqual([...simulateHistory(short)])
  expect([...simulateHistory({ ...short, seed: 'other' })]).not.toEqual([...simulateHistory(short)])
})

test('a history holds about as many messages as asked for, in the order of sending, up to its last minutes', () => {
  expect(messages.length).toBeGreaterThan(request.events * 0.9)
  expect(messages.length).toBeLessThan(request.events * 1.1)
  const times = messages.map(({ sentAt }) => sentAt)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times[0]).toBeGreaterThan(request.end - 30 * DAY_MS)
  expect(times.at(-1)).toBeLessThanOrEqual(request.end)
  expect(times.at(-1)).toBeGreaterThan(request.end - 10 * 60_000)
})

const drafts = { old: new Ajv({ strict: false }), new: new Ajv2020({ strict: false }) }
for (const draft of Object.values(drafts)) addFormats(draft)
const validators = new Map<string, ValidateFunction>()
for (const type of eventTypes) {
  for (const { label, schema } of type.versions) {
    const draft = schema.$schema === DRAFT_07 ? drafts.old : drafts.new
    validators.set(`${type.name} ${label}`, draft.compile(schema))
  }
}

test('every event that met no accident is valid against the version it states', () => {
  for (const { data, payload, meta } of envelopes) {
    const name = `${meta.schema.name} ${meta.schema.version}`
    const validate = validators.get(name)!
    expect(validate(data ?? payload), `${name} ${JSON.stringify([validate.errors, data])}`).toBe(true)
  }
})

test('data that is broken on purpose is invalid, and an unknown version or type is in no catalog', () => {
  for (const { text, accident } of messages) {
    if (accident === 'broken-data') {
      const { data, payload, meta } = JSON.parse(text) as Envelope
      expect(validators.get(`${meta.schema.name} ${meta.schema.version}`)!(data ?? payload), text).toBe(false)
    }
    if (accident === 'unknown-version' || accident === 'unknown-type') {
      const { meta } = JSON.parse(text) as Envelope
      expect(validators.has(`${meta.schema.name} ${meta.schema.version}`)).toBe(false)
    }
  }
})

test('every event type of the company happens, but the one that is still a draft', () => {
  const seen = new Set(envelopes.map(({ meta }) => meta.schema.name))
  const missing = eventTypes.filter(({ name }) => !seen.has(name)).map(({ name }) => name)
  expect(missing).toEqual(['SubscriptionPaused'])
})

test('accidents happen about as often as their table says', () => {
  const counts = new Map<AccidentName | null, number>()
  for (const { accident } of messages) counts.set(accident, (counts.get(accident) ?? 0) + 1)
  for (const [name, share] of Object.entries(accidents) as [AccidentName, number][]) {
    // A lost message is seen by its absence only.
    if (name === 'lost') continue
    const seen = (counts.get(name) ?? 0) / messages.length
    expect(seen, name).toBeGreaterThan(share * 0.5)
    expect(seen, name).toBeLessThan(share * 1.6)
  }
})

test('some parents never come, some come after their children, and ids repeat only by accident', () => {
  const firstAt = new Map<string, number>()
  messages.forEach(({ id }, place) => firstAt.set(id, firstAt.get(id) ?? place))
  const children = messages.flatMap((message, place) => {
    const parent = parentOf(message)
    return parent === undefined ? [] : [{ place, parentAt: firstAt.get(parent) }]
  })
  expect(children.filter(({ parentAt }) => parentAt === undefined).length).toBeGreaterThan(20)
  expect(
    children.filter(({ place, parentAt }) => parentAt !== undefined && parentAt > place).length,
  ).toBeGreaterThan(50)
  const ids = proper.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

function parentOf({ text, accident }: Message): string | undefined {
  return accident === 'broken-envelope' ? undefined : (JSON.parse(text) as Envelope).meta.parent_event_id
}

test('producers move from the old version to the new one', () => {
  for (const [type, { before, after, from, to }] of Object.entries(rollouts)) {
    const ages = (version: string) =>
      envelopes
        .filter(({ meta }) => meta.schema.name === type && meta.schema.version === version)
        .map(({ meta }) => (request.end - Date.parse(meta.created_at)) / DAY_MS)
    if (from < 30) expect(Math.max(...ages(before), 0), type).toBeGreaterThanOrEqual(to)
    expect(
      ages(after).every((age) => age <= from),
      type,
    ).toBe(true)
  }
})

test('flows stop at their known edges, and much more often on the evening of the incident', () => {
  const captured = messages.filter(({ type }) => type === 'PaymentCaptured')
  const causes = new Set(captured.map(parentOf))
  const stopped = (from: number, to: number) => {
    const authorised = envelopes.filter(({ meta }) => {
      const age = request.end - Date.parse(meta.created_at)
      return meta.schema.name === 'PaymentAuthorised' && age > to && age < from
    })
    return authorised.filter(({ meta }) => !causes.has(meta.event_id)).length / authorised.length
  }
  const usual = stops[incident.edge]!
  expect(stopped(30 * DAY_MS, incident.from)).toBeLessThan(usual * 3)
  expect(stopped(incident.from, incident.to)).toBeGreaterThan(usual * 8)
})

test('entities come again, and their state moves on', () => {
  const limits = new Map<string, Set<string>>()
  for (const { data, payload, meta } of envelopes) {
    if (meta.schema.name !== 'StockItemUpdated') continue
    const { stock_item_id, on_hand } = (data ?? payload) as { stock_item_id: string; on_hand: number }
    limits.set(stock_item_id, (limits.get(stock_item_id) ?? new Set()).add(String(on_hand)))
  }
  expect([...limits.values()].filter((states) => states.size > 2).length).toBeGreaterThan(20)
})
