import { describe, expect, it } from 'vitest'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import { problemDetailsSchema } from '@/lib/contracts/problem-details'
import type { RouteContract } from '@/lib/contracts/route-contract'
import { routes } from '@/lib/contracts/routes'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answer, requestFor, type Sent } from './testing/door'

useTestDatabase()

const contracts = Object.entries(routes) as [OperationId, RouteContract][]
const withBody = contracts.filter(([, contract]) => contract.body !== undefined).map(([id]) => id)
const withQuery = contracts
  .filter(([id, contract]) => contract.query !== undefined && id !== 'receiveEvents')
  .map(([id]) => id)

const params = {
  name: 'CardExpired',
  service: 'shop',
  version: '1',
  id: 'i',
  slug: 's',
  event_id: 'e',
  entity: 'Whale',
  key: 'w',
  thread: 't',
  replay: 'r',
  delivery: 'd',
  session: 's',
  number: '1',
}

/** Every parameter of a call, so that nothing but the thing under test is wrong. */
function send(id: OperationId, sent: Sent): Promise<Response> {
  const contract: RouteContract = routes[id]
  return answer(requestFor(id, { params, ...(contract.revisioned ? { revision: 1 } : {}), ...sent }))
}

async function expectProblem(
  response: Response,
  status: number,
): Promise<{ pointers: string[]; code: string[] }> {
  const text = await response.text()
  expect([response.status, text.slice(0, 500)]).toEqual([status, expect.any(String)])
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = problemDetailsSchema.parse(JSON.parse(text))
  expect(problem.status).toBe(status)
  expect(problem.request_id).toBe(response.headers.get('x-request-id'))
  return {
    pointers: (problem.errors ?? []).map(({ pointer }) => pointer),
    code: (problem.errors ?? []).map(({ code }) => code),
  }
}

/** A request may be wrong in more than one way, or right by luck; it is never our failure. */
async function expectNoFailure(response: Response): Promise<void> {
  // A live tail has no end to read to.
  if (response.headers.get('content-type') === 'text/event-stream') {
    expect(response.status).toBe(200)
    return response.body?.cancel()
  }
  const text = await response.text()
  expect([response.status < 500, text.slice(0, 500)]).toEqual([true, expect.any(String)])
  if (response.status >= 400) problemDetailsSchema.parse(JSON.parse(text))
}

describe.each(withBody)('a bad body for %s', (id) => {
  it('is refused where it is no JSON', async () => {
    for (const text of ['', '{', '{"a":1,}', 'undefined', '{"a":1} x', '\u0000', "{'a':1}"])
      await expectProblem(await send(id, { text }), 400)
  })

  it('is refused where it is no UTF-8', async () => {
    await expectProblem(
      await send(id, { text: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }),
      400,
    )
  })

  it('is refused where its type is another', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ])
      await expectProblem(await send(id, { text: '{}', headers: { 'content-type': type } }), 415)
  })

  it('is refused where it is too big, announced or not', async () => {
    const large = `{"x":"${'x'.repeat(5 * 1024 * 1024)}"}`
    await expectProblem(await send(id, { text: large }), 413)
    await expectProblem(await send(id, { text: '{}', headers: { 'content-length': '99999999999' } }), 413)
  })

  it('is refused where it is no object', async () => {
    for (const text of ['[]', '[{}]', 'null', '"text"', '17', 'true'])
      await expectProblem(await send(id, { text }), 422)
  })

  it('is refused with the place of a field that is not known', async () => {
    const { pointers } = await expectProblem(await send(id, { body: { 'no/such': 1 } }), 422)
    expect(pointers).toContain('/no~1such')
  })

  it('is refused where a field is called __proto__, constructor or the like and not known', async () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const { pointers } = await expectProblem(await send(id, { text: `{"${key}": {"polluted": 1}}` }), 422)
      expect(pointers).toContain(`/${key}`)
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('is refused before a depth bomb is built', async () => {
    await expectProblem(await send(id, { text: '['.repeat(10_000) + ']'.repeat(10_000) }), 422)
    await expectProblem(await send(id, { text: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000) }), 422)
    await expectProblem(await send(id, { text: '['.repeat(1_000_000) }), 422)
  })

  it('is refused where an object names a member twice', async () => {
    const { pointers, code } = await expectProblem(await send(id, { text: '{"a": {"b": 1, "b": 2}}' }), 422)
    expect(pointers).toContain('/a/b')
    expect(code).toContain('duplicate-key')
  })

  it('is refused where a number would be stored as another one', async () => {
    for (const number of ['9223372036854775807', '1e999', '-1e-999', '0.12345678901234567890123']) {
      const { pointers, code } = await expectProblem(await send(id, { text: `{"a": [1, ${number}]}` }), 422)
      expect(pointers).toContain('/a/1')
      expect(code).toContain('inexact-number')
    }
  })
})

/** Where a text stands in a body; each is filled with what a database or an address cannot hold. */
const bodies: Partial<Record<OperationId, Record<string, unknown>>> = {
  createEventType: { name: 'CardExpired', kind: 'domain' },
  publishVersion: { schema: { type: 'object' } },
  checkCompatibility: { before: {}, after: {} },
  eraseEvent: { reason: 'they asked' },
  createDraft: { event_type: 'CardExpired' },
  createOwner: { slug: 'cards', name: 'Cards' },
  createService: { slug: 'shop', name: 'Shop' },
  createDomain: { slug: 'sales', name: 'Sales' },
  putTask: { label: 'Import', state: 'running', done: 0, total: null },
}

const strange: [string, unknown][] = [
  ['NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
  ['an empty text', ''],
  ['a huge text', 'x'.repeat(2_000_000)],
  ['a number', 17],
  ['a negative number', -1],
  ['a number beyond every integer of the database', 9_007_199_254_740_991],
  ['null', null],
  ['a boolean', true],
  ['a list', ['a\u0000b', '\udc00', 17]],
  ['an object', { a: 'a\u0000b', '\u0000': '\udfff' }],
  ['year zero', '0000-01-01T00:00:00Z'],
  ['the end of time', '9999-12-31T23:59:59.999-23:59'],
]

describe.each(withBody)('strange values in %s', (id) => {
  it.each(strange)('%s in any field is no failure of ours', async (_, value) => {
    const contract: RouteContract = routes[id]
    const shape = (contract.body as unknown as { shape: Record<string, unknown> }).shape
    for (const field of Object.keys(shape)) {
      const sent = { body: { ...bodies[id], [field]: value } }
      await expectNoFailure(await send(id, sent))
      await withToken('strange', (token) => send(id, { ...sent, token }).then(expectNoFailure))
    }
  })
})

async function withToken(token: string, run: (token: string) => Promise<void>): Promise<void> {
  const before = process.env.PASTTENSE_TOKEN
  process.env.PASTTENSE_TOKEN = token
  try {
    await run(token)
  } finally {
    if (before === undefined) delete process.env.PASTTENSE_TOKEN
    else process.env.PASTTENSE_TOKEN = before
  }
}

describe('strange texts that are refused with their place', () => {
  const cases: [OperationId, Record<string, unknown>, string][] = [
    ['createEventType', { name: 'A\u0000' }, '/name'],
    ['createEventType', { description: 'a\u0000' }, '/description'],
    ['createEventType', { description: 'a\ud800' }, '/description'],
    ['createOwner', { name: '\udfff' }, '/name'],
    ['createOwner', { chat: 'a\u0000' }, '/chat'],
    ['createOwner', { on_call: 'a\u0000' }, '/on_call'],
    ['createOwner', { url: 'javascript:alert(1)' }, '/url'],
    ['createDraft', { label: 'a\u0000' }, '/label'],
    ['createDraft', { summary: 'a\u0000' }, '/summary'],
    ['createDraft', { schema_text: '\ud800' }, '/schema_text'],
    ['putTask', { label: 'a\u0000' }, '/label'],
    ['putTask', { message: 'a\ud800' }, '/message'],
    ['putTask', { done: 2 ** 31 }, '/done'],
    ['declareProducer', { fields: ['a', 'b\u0000'] }, '/fields/1'],
    ['publishVersion', { published_at: '0000-01-01T00:00:00Z' }, '/published_at'],
    ['publishVersion', { label: 'x'.repeat(51) }, '/label'],
  ]
  it.each(cases)('%s %j', async (id, field, pointer) => {
    const { pointers } = await expectProblem(await send(id, { body: { ...bodies[id], ...field } }), 422)
    expect(pointers).toContain(pointer)
  })
})

describe.each(withQuery)('a bad query for %s', (id) => {
  const shape = Object.keys((routes[id] as { query: { shape: Record<string, unknown> } }).query.shape)

  it('answers a problem or a list, whatever its parameters hold', async () => {
    const values = [
      '',
      '\u0000',
      'a\u0000b',
      '\ufffd',
      '-1',
      '0',
      '1e9',
      'NaN',
      '9'.repeat(400),
      '0000-01-01T00:00:00Z',
      '../..',
      "'; --",
    ]
    for (const key of shape) {
      for (const value of values) {
        const url = new URL(requestFor(id, { params, query: { from: '1', to: '2', q: 'x' } }).url)
        if (id !== 'getDiff' && key !== 'from')
          for (const name of ['from', 'to']) url.searchParams.delete(name)
        url.searchParams.set(key, value)
        await expectNoFailure(await at(id, url))
      }
    }
  })

  it('answers a problem or a list for parameters given twice or with brackets', async () => {
    for (const key of shape) {
      const url = new URL(requestFor(id, { params }).url)
      url.search = `${key}=1&${key}=2&${key}[]=3&__proto__=4&__proto__[a]=5&constructor=6`
      await expectNoFailure(await at(id, url))
    }
  })

  it.skipIf(!shape.includes('limit'))('refuses a limit that is out of range', async () => {
    for (const limit of ['0', '-1', '1001', '1.5', 'all', '1e400']) {
      const { pointers } = await expectProblem(await send(id, { query: { limit, q: 'x' } }), 422)
      expect(pointers).toContain('/limit')
    }
  })

  it.skipIf(!shape.includes('cursor'))('refuses a cursor that it did not give out', async () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cursors = ['x', made(17), made({}), made([]), made([null]), made([1, 2, 3, 4]), made(['\u0000'])]
    cursors.push(made([-1]), made(['a', 'b']), made([['a']]), made([1e300]), made([true]))
    for (const cursor of cursors) await expectNoFailure(await send(id, { query: { cursor } }))
    for (const cursor of ['x', made(17), made([]), made([1, 2, 3, 4])])
      await expectProblem(await send(id, { query: { cursor } }), 400)
  })
})

function at(id: OperationId, url: URL): Promise<Response> {
  return answer(
    new Request(url, {
      method: endpoints[id][0],
      headers: { host: 'localhost:3000', 'x-pasttense-peer': '127.0.0.1' },
    }),
  )
}
