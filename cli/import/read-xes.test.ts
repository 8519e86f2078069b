import { describe, expect, test } from 'vitest'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import { readXes } from './read-xes'

const NOW = Date.UTC(2026, 7, 20)
const log = (inside: string) => `<?xml version="1.0"?><log xes.version="1.0">${inside}</log>`
const event = (name: string, rest = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2026-08-06T09:03:20+02:00"/>${rest}</event>`

describe('a process log in XES form', () => {
  test('becomes chains of valid envelopes, each event after the one before it', () => {
    const read = readXes(
      log(
        `<string key="concept:name" value="the log"/>
         <global scope="event"><string key="concept:name" value="x"/></global>
         <trace><string key="concept:name" value="case 7 &amp; more"/>
           ${event('Order placed', '<int key="amount" value="12"/><int key="big" value="12345678901234567890"/><float key="f" value="1.5"/><boolean key="b" value="true"/><string key="__proto__" value="p"><string key="nested" value="n"/></string>')}
           ${event('Order paid')}</trace>
         <trace>${event('Order placed')}</trace>`,
      ),
      'log.xes',
      NOW,
    )
    if (typeof read === 'string') throw new Error(read)
    expect(read.cases).toBe(2)
    const [first, second, third] = read.envelopes as { data: object; meta: Record<string, unknown> }[]
    expect(JSON.stringify(first!.data)).toBe(
      '{"case_id":"case 7 & more","amount":12,"big":"12345678901234567890","f":1.5,"b":true,"__proto__":"p"}',
    )
    expect(first!.meta).toMatchObject({
      created_at: '2026-08-06T07:03:20.000Z',
      schema: { name: 'Order placed' },
    })
    expect(second!.meta.parent_event_id).toBe(first!.meta.event_id)
    expect(third!.meta).not.toHaveProperty('parent_event_id')
    for (const envelope of read.envelopes)
      expect(readEnvelope(JSON.stringify(envelope), { isImport: true }).kind).toBe('event')
    expect(readXes(log(`<trace>${event('A')}</trace>`), 'a.xes', NOW)).toEqual(
      readXes(log(`<trace>${event('A')}</trace>`), 'a.xes', NOW),
    )
  })

  test.each([
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2026-08-06T09:03:20.123456+02:00', '2026-08-06T07:03:20.123456Z'],
  ])('takes the moment %s', (time, created_at) => {
    const read = readXes(
      log(`<trace>${event('A').replace('2026-08-06T09:03:20+02:00', time)}</trace>`),
      'log.xes',
      NOW,
    )
    expect(read).toMatchObject({ envelopes: [{ meta: { created_at }, received_at: created_at }] })
  })

  test.each([
    ['entities', `<!DOCTYPE log [<!ENTITY a "aaaa">]>${log('')}`, 'document type'],
    ['an entity nobody defined', log(`<trace>${event('&lol;')}</trace>`), 'line 1'],
    ['what is no XML', '{"log": 1}', 'line 1'],
    ['another document', '<html></html>', 'not <log>'],
    ['a broken off file', log(`<trace>${event('A')}</trace>`).slice(0, -9), 'line 1'],
    ['an event without a name', log('<trace><event/></trace>'), 'trace 1, event 1: "concept:name"'],
    [
      'an event without a time',
      log('<trace><event><string key="concept:name" value="A"/></event></trace>'),
      'time:timestamp',
    ],
    ['depth', log('<string key="a" value="b">'.repeat(100_000)), 'deep'],
  ])('refuses %s in words', (_, text, words) => {
    expect(readXes(text, 'log.xes', NOW)).toContain(words)
  })
})
