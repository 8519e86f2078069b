import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json/json'
import { readEnvelope } from './read-envelope'
import { MAX_DEPTH } from './scan'
import { skimMessage } from './skim'
import { splitJson, splitLines } from './split-messages'

const META = {
  created_at: '2026-08-06T09:03:20Z',
  schema: { name: 'CardExpired', version: '1.2.0' },
  event_id: 'e-1',
}

function message(meta: Record<string, unknown> = {}, rest: Record<string, unknown> = { data: {} }): string {
  return JSON.stringify({ ...rest, meta: { ...META, ...meta } })
}

function event(text: string, options = {}) {
  const envelope = readEnvelope(text, options)
  if (envelope.kind !== 'event') throw new Error(JSON.stringify(envelope.problems))
  return envelope
}

/** `code pointer` of every problem. */
function problems(text: string, options = {}): string[] {
  return readEnvelope(text, options).problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

describe('an envelope', () => {
  test('gives every field it names', () => {
    const text = message({
      parent_event_id: 'e-0',
      trace_id: 't',
      owner_id: 'cards',
      producer: 'card-service',
    })
    expect(event(text).event).toMatchObject({
      eventId: 'e-1',
      parentEventId: 'e-0',
      traceId: 't',
      ownerId: 'cards',
      producer: 'card-service',
      schema: { name: 'CardExpired', version: '1.2.0' },
      schemaId: null,
      createdAt: Date.UTC(2026, 7, 6, 9, 3, 20) * 1000,
      block: 'data',
      metaRest: null,
    })
  })

  test('may call its data block payload, and its schema by an id', () => {
    const text = JSON.stringify({ payload: { a: 1 }, meta: { ...META, schema: undefined, schema_id: 's-9' } })
    expect(event(text).event).toMatchObject({
      block: 'payload',
      dataText: '{"a":1}',
      schema: null,
      schemaId: 's-9',
    })
  })

  test('keeps other meta fields in the letters they came in', () => {
    const text = `{"meta":{"created_at":"2026-08-06T11:03:20.5+02:00","z": 12345678901234567890 ,"event_id":"e","schema":{"name":"A","version":"1","hint":true}},"data":{}}`
    expect(event(text).event.metaRest).toBe(
      '{"created_at":"2026-08-06T11:03:20.5+02:00","z":12345678901234567890,"schema":{"name":"A","version":"1","hint":true}}',
    )
  })

  test('reads null in an optional field as its absence', () => {
    expect(event(message({ parent_event_id: null, trace_id: null })).event).toMatchObject({
      parentEventId: null,
      traceId: null,
    })
  })

  test('keeps big numbers, NUL and lone surrogates inside data, and says which numbers a double cannot hold', () => {
    const data = '{"big": 9007199254740993, "nul":"\\u0000","half":"\\ud800", "far":1e400,"pi":3.14}'
    const read = event(`{"data":${data},"meta":${JSON.stringify(META)}}`)
    expect(read.event.dataText).toBe(data)
    expect(read.problems.map(({ pointer }) => pointer)).toEqual(['/data/big', '/data/far'])
  })

  test('takes __proto__ for a name like any other', () => {
    const text = `{"data":{"__proto__":{"admin":true}},"meta":${JSON.stringify(META)}}`
    expect(event(text).event.dataText).toBe('{"__proto__":{"admin":true}}')
    expect(problems(`{"__proto__":{},"data":{},"meta":${JSON.stringify(META)}}`)).toEqual([
      'unknown-field /__proto__',
    ])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test('honours received_at in an import only', () => {
    const text = message({}, { data: {}, received_at: '2026-08-06T09:04:00Z' })
    expect(event(text, { isImport: true }).event.receivedAt).toBe(Date.UTC(2026, 7, 6, 9, 4) * 1000)
    expect(problems(text)).toEqual(['unknown-field /received_at'])
  })

  test('finds business keys: strings and integers in members called id, or ending in _id or Id', () => {
    const data = {
      id: 7,
      order_id: 'o-1',
      customerId: 'c-2',
      idle: 'x',
      lines: [{ sku_id: 's' }],
      paid: 1.5,
      n_id: 1.5,
    }
    expect(event(message({}, { data })).event.keys).toEqual(['7', 'o-1', 'c-2', 's'])
  })
})

describe('no envelope', () => {
  const nested = (depth: number) => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1)
  const meta = JSON.stringify(META)

  test.each<[string, string, string[]]>([
    ['text that is not JSON', '{"data":', ['not-json ']],
    ['another JSON value', '[1]', ['not-an-object ']],
    ['nothing at all in it', '{}', ['required /meta', 'required /data']],
    ['data and payload', message({}, { data: {}, payload: {} }), ['data-and-payload /payload']],
    ['data that is no object', message({}, { data: 'x' }), ['wrong-type /data']],
    ['meta that is no object', '{"data":{},"meta":[]}', ['wrong-type /meta']],
    [
      'no fields in meta',
      '{"data":{},"meta":{}}',
      ['required /meta/schema', 'required /meta/created_at', 'required /meta/event_id'],
    ],
    ['an unknown field', message({}, { data: {}, 'a/b': 1 }), ['unknown-field /a~1b']],
    ['an id of 201 characters', message({ event_id: 'x'.repeat(201) }), ['bad-identifier /meta/event_id']],
    ['an id of two dots', message({ event_id: '..' }), ['bad-identifier /meta/event_id']],
    ['NUL in an id', message({ event_id: 'a\u0000' }), ['bad-identifier /meta/event_id']],
    ['half a character in a trace id', message({ trace_id: '\ud800' }), ['bad-identifier /meta/trace_id']],
    ['a number as an id', message({ event_id: 17 }), ['wrong-type /meta/event_id']],
    ['a schema without a version', message({ schema: { name: 'A' } }), ['required /meta/schema/version']],
    [
      'a label of 51 characters',
      message({ schema: { name: 'A', version: 'v'.repeat(51) } }),
      ['bad-identifier /meta/schema/version'],
    ],
    ['a schema that is a text', message({ schema: 'A' }), ['wrong-type /meta/schema']],
    ['the 30th of February', message({ created_at: '2026-02-30T00:00:00Z' }), ['bad-date /meta/created_at']],
    [
      'a date without an offset',
      message({ created_at: '2026-02-03T00:00:00' }),
      ['bad-date /meta/created_at'],
    ],
    ['a number as a date', message({ created_at: 1 }), ['wrong-type /meta/created_at']],
    ['a name twice in data', `{"data":{"a":{"b":1,"b":2}},"meta":${meta}}`, ['duplicate-key /data/a/b']],
    [
      'a name twice by another spelling',
      `{"data":{"b":1,"\\u0062":2},"meta":${meta}}`,
      ['duplicate-key /data/b'],
    ],
    ['a name twice in the envelope', `{"data":{},"data":{},"meta":${meta}}`, ['duplicate-key /data']],
    ['65 levels in data', `{"data":${nested(MAX_DEPTH + 1)},"meta":${meta}}`, ['too-deep ']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expect.arrayContaining(expected))
    expect(readEnvelope(text).kind).toBe('quarantined')
  })

  test('64 levels in data are still an envelope', () => {
    expect(readEnvelope(`{"data":${nested(MAX_DEPTH)},"meta":${meta}}`).kind).toBe('event')
  })

  test('a bomb of a million brackets is answered like any other message', () => {
    const bomb = `{"data":{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}},"meta":${meta}}`
    expect(problems(bomb)).toContain('too-deep ')
  })

  test('names the id and type where they can be read, so that the message can be found', () => {
    expect(readEnvelope(message({ created_at: 'never' }))).toMatchObject({
      eventId: 'e-1',
      type: 'CardExpired',
    })
  })
})

describe('laws', () => {
  // PostgreSQL and JSON.stringify agree on everything but names that repeat, which an object cannot hold.
  const json = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>

  test('reading never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          json.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(['event', 'quarantined']).toContain(readEnvelope(text).kind)
        },
      ),
    )
  })

  test('the data block comes back to the letter, with any white space around it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.constantFrom('', ' ', '\n\t'), (data, space) => {
        const dataText = JSON.stringify(data, null, space)
        const text = `${space}{${space}"data"${space}:${space}${dataText}${space},"meta":${JSON.stringify(META)}${space}}`
        expect(event(text).event.dataText).toBe(dataText)
      }),
    )
  })

  test('an array splits into the letters of its elements, NDJSON into its lines', () => {
    fc.assert(
      fc.property(fc.array(json), fc.constantFrom('', ' ', '\r\n'), (values, space) => {
        const texts = values.map((value) => JSON.stringify(value))
        const array = `${space}[${texts.map((text) => space + text + space).join(',')}]${space}`
        if (values.length > 0) expect(splitJson(array).map(({ text }) => text)).toEqual(texts)
        expect(splitLines(texts.join('\r\n\n')).map(({ text }) => text)).toEqual(texts)
      }),
    )
  })
})

test('the messages of a body are passed over where they stand as they are apart', () => {
  const space = fc.constantFrom('', ' ', '\n\t')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.json(), space)), space, (elements, before) => {
      const body = `${before}[${elements.map(([text, after]) => `${after}${text}${after}`).join(',')}]${before}`
      const messages = splitJson(body)
      expect(messages.map(({ text }) => text)).toEqual(elements.map(([text]) => text.trim()))
      // Where it ends is the one thing told from the beginning of the body.
      for (const { text, skim } of messages)
        if (skim) expect(skim).toEqual({ ...skimMessage(text), end: skim.end })
    }),
  )
})
