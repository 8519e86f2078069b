import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json'
import { findKeys } from './find-keys'
import { MAX_DEPTH, scanMessage } from './scan'
import { skimMessage } from './skim'

/** JSON texts as no serialiser writes them: names that repeat, in several spellings; numbers of every form. */
const { value, object } = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      ...[
        'null',
        'true',
        'false',
        '0',
        '-0',
        '7',
        '-7',
        '1.0',
        '1.50',
        '-2.25',
        '0.0',
        '1e2',
        '1E+2',
        '12e-1',
      ],
      ...[
        '1e400',
        '0.00',
        '123456789012345',
        '9007199254740993',
        '29.849999999999998',
        '1.2345678901234567890',
      ],
      ...[
        '""',
        '"a"',
        '"\\""',
        '"\\\\"',
        '"{[:,"',
        '"\\u0061"',
        '"\\ud800"',
        '"é"',
        '"😀"',
        `"${'x'.repeat(201)}"`,
      ],
    ),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  ),
  object: fc
    .array(
      fc.tuple(
        fc.constantFrom(
          '"id"',
          '"order_id"',
          '"skuId"',
          '"a"',
          '"\\u0061"',
          '"d"',
          '"__proto__"',
          '"b:{"',
          '"é_id"',
        ),
        fc.constantFrom('', ' ', '\n\t'),
        tie('value'),
      ),
      { maxLength: 4 },
    )
    .map(
      (members) =>
        `{${members.map(([name, space, text]) => `${space}${name}${space}:${space}${text}`).join(',')}}`,
    ),
}))

const text = fc
  .tuple(
    fc.constantFrom('data', 'payload', 'other'),
    fc.oneof({ weight: 9, arbitrary: object }, { weight: 1, arbitrary: value }),
    value,
    fc.constantFrom('', ' ', '\r\n'),
    fc.constantFrom(true, ...new Array<boolean>(9).fill(false)),
  )
  .map(([block, data, meta, space, twice]) => {
    const member = `"${block}"${space}:${space}${data}`
    return `{${space}${twice ? `${member},` : ''}${member},${space}"meta":${meta}${space}}`
  })

test('where a pass is enough, a scan finds the same and has nothing to report', () => {
  let enough = 0
  fc.assert(
    fc.property(text, fc.constantFrom('', '[1, "{", ', ' '), (message, before) => {
      const skim = skimMessage(before + message, before.length)
      const scan = scanMessage(message)
      expect(skim.end - before.length).toBe(message.length)
      const found = skim.isOrdinary && skim.block ? findKeys(JSON.parse(message) as JsonObject, skim) : null
      if (!found) return
      enough++
      expect([scan.duplicateKeys, scan.inexactNumbers, scan.tooDeep]).toEqual([[], [], false])
      expect(skim.block).toEqual(scan.members.get('data') ?? scan.members.get('payload'))
      expect({ keys: found.keys, keyPlaces: found.keyPlaces }).toEqual({
        keys: scan.keys,
        keyPlaces: scan.keyPlaces,
      })
    }),
    { numRuns: 2_000 },
  )
  expect(enough).toBeGreaterThan(100)
})

test('a pass is enough for a message as programs write them', () => {
  const message = JSON.stringify({
    data: {
      order_id: 'o-1',
      customer_id: 7,
      lines: [{ sku: 'S', price: 3 * 9.95 }],
      note: 'said "no"',
      at: null,
    },
    meta: {
      event_id: 'e',
      created_at: '2026-08-06T09:03:20Z',
      schema: { name: 'OrderPlaced', version: '1' },
    },
  })
  const found = findKeys(JSON.parse(message) as JsonObject, skimMessage(message))
  expect(found?.keys).toEqual(['o-1', '7'])
})

test.each([
  ['a name that repeats', '{"data":{"a":1,"a":1},"meta":{}}'],
  ['a name that repeats in another spelling', '{"data":{"a":1,"\\u0061":1},"meta":{}}'],
  ['a name that repeats in meta', '{"data":{},"meta":{"a":1,"a":1}}'],
  ['a block that repeats', '{"data":{},"data":{},"meta":{}}'],
  ['a whole number that is written as a fraction', '{"data":{"id":1.0},"meta":{}}'],
  ['minus zero', '{"data":{"id":-0},"meta":{}}'],
  ['a number beyond a double', '{"data":{"n":9007199254740993},"meta":{}}'],
  ['too many levels', `{"data":{"a":${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}},"meta":{}}`],
])('it is not for %s', (_, message) => {
  const skim = skimMessage(message)
  expect(skim.isOrdinary && findKeys(JSON.parse(message) as JsonObject, skim)).toBeFalsy()
})
