import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type ApiOptions } from '@/lib/client/api'
import type { Json } from '@/lib/domain/json/json'
import { useServedDoor } from '@/lib/server/http/testing/use-served-door'
import { importFolder, type FileOutcome } from './import-folder'
import { ownEnvelope, readMapping, type Mapping } from './mapping'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pasttense-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
}

function event(id: string, data: unknown = { card_id: 'c1' }, parent?: string) {
  return {
    data,
    meta: {
      event_id: id,
      schema: { name: 'CardExpired', version: '2.0.0' },
      created_at: '2026-08-06T09:03:20Z',
      ...(parent === undefined ? {} : { parent_event_id: parent }),
    },
  }
}

async function run(api: ApiOptions, mapping: Mapping): Promise<Record<string, FileOutcome>> {
  const told: FileOutcome[] = []
  const outcomes = await importFolder(folder, mapping, api, (outcome) => told.push(outcome))
  expect(told).toEqual(outcomes)
  return Object.fromEntries(outcomes.map((outcome) => [outcome.file, outcome]))
}

describe('a folder with good, bad and repeated files', () => {
  const api = useServedDoor()
  const mapping: Mapping = { ...ownEnvelope, owner: 'cards team', domain: 'sales/eu' }

  beforeAll(() => {
    const schema = { type: 'object', properties: { card_id: { type: 'string' } } }
    write('schemas/CardExpired/10.0.0.json', { ...schema, required: ['card_id'] })
    write('schemas/CardExpired/2.0.0.json', schema)
    write('schemas/CardExpired/3.0.0.json', schema)
    write('schemas/Name with % and é/1.json', schema)
    write('schemas/HalfWritten/1.0.0.json', '{"type": ')
    write('schemas/NoSchema/1.0.0.json', { type: 'text' })
    write('schemas/Precise/1.0.0.json', '{"maximum": 9223372036854775807}')
    write('schemas/Precise/2.0.0.json', schema)
    write('schemas/README.json', schema)
    write('events/chain.json', [event('e1'), event('e2', {}, 'e1'), event('e3', { card_id: 7 }, 'e2')])
    write('events/lines.ndjson', `${JSON.stringify(event('l1'))}\n\n${JSON.stringify(event('l2'))}\n`)
    write('events/one.json', event('o1'))
    write('events/half.json', [event('h1'), { data: {}, meta: {} }])
    write('events/no-envelope.json', [event('n1'), event('x'.repeat(201))])
    write('events/not.json', 'not JSON at all')
    write(
      'events/precise.json',
      `{"data": {"id": 12345678901234567890}, "meta": ${JSON.stringify(event('p1').meta)}}`,
    )
    write('events/again.json', event('o1'))
    write('events/other-content.json', event('z-conflict'))
    write('events/z-conflict.json', event('z-conflict', { card_id: 'other' }))
    write('notes.txt', 'nothing to read')
  })

  it('takes the good files, tells of the bad ones, and applies none by half', async () => {
    const outcomes = await run(api(), mapping)
    const statusOf = Object.fromEntries(Object.entries(outcomes).map(([file, { status }]) => [file, status]))
    expect(statusOf).toEqual({
      'CardExpired/10.0.0.json': 'done',
      'CardExpired/2.0.0.json': 'done',
      'CardExpired/3.0.0.json': 'done',
      'Name with % and é/1.json': 'done',
      'HalfWritten/1.0.0.json': 'failed',
      'NoSchema/1.0.0.json': 'failed',
      'Precise/1.0.0.json': 'failed',
      'Precise/2.0.0.json': 'done',
      'README.json': 'failed',
      'chain.json': 'done',
      'lines.ndjson': 'done',
      'one.json': 'unchanged',
      'again.json': 'done',
      'half.json': 'failed',
      'no-envelope.json': 'failed',
      'not.json': 'failed',
      'precise.json': 'failed',
      'other-content.json': 'done',
      'z-conflict.json': 'failed',
    })
    expect(outcomes['chain.json']?.message).toContain('2 accepted, 1 invalid (first: /data/card_id')
    expect(outcomes['half.json']?.message).toContain('nothing of this file was sent')
    expect(outcomes['NoSchema/1.0.0.json']?.message).toContain('/type')
  })

  it('left nothing of what it refused', async () => {
    const { items } = await call('listEventTypes', {}, api())
    expect(items.map(({ name }) => name)).toEqual(['CardExpired', 'Name with % and é', 'Precise'])
    expect(items[0]).toMatchObject({ owner: { slug: 'cards team' }, domain: { slug: 'sales/eu' } })
    const events = await call('listEvents', {}, api())
    expect(events.items.map(({ event_id }) => event_id).sort()).toEqual([
      'e1',
      'e2',
      'e3',
      'l1',
      'l2',
      'o1',
      'z-conflict',
    ])
    expect((await call('listQuarantine', {}, api())).total).toBe(0)
  })

  it('publishes versions lowest first, with other labels of one content', async () => {
    const { items } = await call('listVersions', { params: { name: 'CardExpired' } }, api())
    expect(items.map(({ label, ordinal }) => [label, ordinal])).toEqual([
      ['10.0.0', 3],
      ['3.0.0', 2],
      ['2.0.0', 1],
    ])
    const chain = await call('getChain', { params: { event_id: 'e3' } }, api())
    expect(chain.members.map(({ event_id, depth }) => [event_id, depth])).toEqual([
      ['e1', 0],
      ['e2', 1],
      ['e3', 2],
    ])
  })

  it('changes nothing when it is run again', async () => {
    const before = await call('listEventTypes', {}, api())
    const outcomes = Object.values(await run(api(), mapping))
    expect(outcomes.filter(({ status }) => status === 'done')).toEqual([])
    expect(await call('listEventTypes', {}, api())).toEqual(before)
    expect((await call('listEvents', {}, api())).items.length).toBe(7)
  })

  it('ends where the server does not let it in', async () => {
    const stranger = { origin: api().origin, token: 'wrong' }
    await expect(run(stranger, mapping)).rejects.toMatchObject({ problem: { status: 401 } })
  })
})

describe('a file with an event that is longer than the server takes', () => {
  const api = useServedDoor()
  const MOST = 10 * 1024 * 1024

  it('is told of by its place, and its neighbours are sent', async () => {
    const inbox = mkdtempSync(path.join(tmpdir(), 'pasttense-import-'))
    const long = (id: string, bytes: number) => {
      const room = bytes - Buffer.byteLength(JSON.stringify(event(id, { note: '' })))
      return event(id, { note: 'x'.repeat(room) })
    }
    const events = [event('b1'), long('b2', MOST + 1), event('b3'), long('b4', MOST - 1_000), event('b5')]
    mkdirSync(path.join(inbox, 'events'))
    writeFileSync(path.join(inbox, 'events/long.json'), JSON.stringify(events))
    const outcomes = await importFolder(inbox, ownEnvelope, api(), () => undefined)
    rmSync(inbox, { recursive: true, force: true })
    expect(outcomes).toEqual([
      {
        file: 'long.json',
        status: 'failed',
        message: '4 events: 4 accepted; event 2 of 5 is longer than 10 MiB and was not sent',
      },
    ])
    const { items } = await call('listEvents', {}, api())
    expect(items.map(({ event_id }) => event_id).sort()).toEqual(['b1', 'b3', 'b4', 'b5'])
  })
})

const eiffel = path.resolve(process.cwd(), '../shared/data/eiffel')

describe.runIf(existsSync(eiffel))('the Eiffel protocol', () => {
  const api = useServedDoor()
  const mapping = readMapping(
    JSON.parse(readFileSync(path.join(process.cwd(), 'cli/import/mappings/eiffel.json'), 'utf8')) as Json,
  ) as Mapping

  it('comes in whole, and a second time without a change', async () => {
    const first = await importFolder(eiffel, mapping, api(), () => undefined)
    expect(first.filter(({ status }) => status !== 'done')).toEqual([])
    const { items } = await call('listEventTypes', {}, api())
    expect(items.length).toBe(24)
    expect(items.reduce((sum, { versions_count }) => sum + versions_count, 0)).toBe(222)
    const second = await importFolder(eiffel, mapping, api(), () => undefined)
    expect(second.filter(({ status }) => status !== 'unchanged')).toEqual([])
  })

  it.each([
    ['build-avoidance', 16],
    ['confidence-level-joining', 23],
    ['delivery-interface', 22],
  ])('shows %s as a chain of %i events, from wherever one looks', async (flow, count) => {
    const file = JSON.parse(
      readFileSync(path.join(eiffel, `examples/flows/${flow}/events.json`), 'utf8'),
    ) as { meta: { id: string } }[]
    const ids = file.map(({ meta }) => `flows/${flow}/events/${meta.id}`)
    for (const event_id of [ids[0]!, ids.at(-1)!]) {
      const chain = await call('getChain', { params: { event_id } }, api())
      expect(chain.members.map((member) => member.event_id).sort()).toEqual([...ids].sort())
      expect([chain.members.length, chain.missing]).toEqual([count, []])
    }
  })
})
