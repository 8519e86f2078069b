import { describe, expect, it } from 'vitest'
import { mapEvent } from './map-event'
import { ownEnvelope, readMapping, type Mapping } from './mapping'
import { matchPath } from './read-folder'

const linked: Mapping = {
  ...ownEnvelope,
  events: {
    ...ownEnvelope.events,
    event_id: '/meta/id',
    type: '/meta/type',
    version: '/meta/version',
    created_at: '/meta/time',
    parent: [
      { at: '/links', where: { type: 'CAUSE' }, take: 'target' },
      { at: '/links', take: 'target' },
    ],
    keep: { links: '/links' },
  },
}
const message = {
  meta: { id: 'b', type: 'BuildFinished', version: '1.0.0', time: 1_500 },
  data: { ok: true },
  links: [
    { type: 'CONTEXT', target: 'c' },
    { type: 'CAUSE', target: 'a' },
  ],
}

describe('mapEvent', () => {
  it('reads our own envelope as it is', () => {
    const own = {
      data: { card_id: 'c1' },
      meta: {
        event_id: 'e1',
        schema: { name: 'CardExpired', version: '1.0.0' },
        created_at: '2026-08-06T09:03:20.000Z',
        parent_event_id: 'e0',
        owner_id: 'cards',
      },
    }
    expect(mapEvent(own, ownEnvelope, 'file')).toEqual(own)
  })

  it('takes the parent from the first rule that finds one', () => {
    expect(mapEvent(message, linked, 'file')).toMatchObject({
      meta: { parent_event_id: 'a', created_at: '1970-01-01T00:00:01.500Z', links: message.links },
    })
    const withoutCause = { ...message, links: [message.links[0]!] }
    expect(mapEvent(withoutCause, linked, 'file')).toMatchObject({ meta: { parent_event_id: 'c' } })
    expect(mapEvent({ ...message, links: [] }, linked, 'file')).not.toHaveProperty('meta.parent_event_id')
  })

  it('keeps ids apart that are unique only inside their file', () => {
    const scoped = { ...linked, events: { ...linked.events, ids_per_file: true } }
    expect(mapEvent(message, scoped, 'flow-1')).toMatchObject({
      meta: { event_id: 'flow-1/b', parent_event_id: 'flow-1/a' },
    })
  })

  it('gives the events of one file one trace, where that is asked for and they have none', () => {
    const traced = { ...linked, events: { ...linked.events, trace_per_file: true } }
    expect(mapEvent(message, traced, 'flow-1')).toMatchObject({ meta: { trace_id: 'flow-1' } })
    expect(mapEvent(message, linked, 'flow-1')).not.toHaveProperty('meta.trace_id')
    const named = { ...traced, events: { ...traced.events, trace_id: '/meta/type' } }
    expect(mapEvent(message, named, 'flow-1')).toMatchObject({ meta: { trace_id: 'BuildFinished' } })
  })

  it.each([
    ['2026-08-06T11:03:20.123456+02:00', '2026-08-06T09:03:20.123456Z'],
    ['2026-08-06 09:03:20.123456', '2026-08-06T09:03:20.123456Z'],
    ['2026-08-06T09:03:20', '2026-08-06T09:03:20.000Z'],
    ['2026-08-06', '2026-08-06T00:00:00.000Z'],
    ['Aug 6, 2026 09:03', '2026-08-06T09:03:00.000Z'],
    ['Thu, 06 Aug 2026 09:03:20 GMT', '2026-08-06T09:03:20.000Z'],
    ['Thu, 06 Aug 2026 09:03:20 +0200', '2026-08-06T07:03:20.000Z'],
    [1_786_007_000_120, '2026-08-06T09:03:20.120Z'],
  ])('reads %s as one moment, wherever it is read', (time, expected) => {
    const before = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      const told = { ...message, meta: { ...message.meta, time } }
      expect(mapEvent(told, linked, 'file')).toMatchObject({ meta: { created_at: expected } })
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it.each([
    ['no event_id at /meta/id', { ...message, meta: { ...message.meta, id: null } }],
    ['no time at /meta/time', { ...message, meta: { ...message.meta, time: 'yesterday' } }],
    ['no data at /data', { meta: message.meta, links: [] }],
    ['no event_id at /meta/id', 17],
  ])('says %s', (sentence, bad) => {
    expect(mapEvent(bad, linked, 'file')).toBe(sentence)
  })

  it('reads elements of a list by their index alone', () => {
    const mapping = { ...linked, events: { ...linked.events, event_id: '/links/' } }
    expect(mapEvent({ ...message, links: ['a'] }, mapping, 'file')).toBe('no event_id at /links/')
  })

  it('never reads what an object only inherits', () => {
    const mapping = { ...linked, events: { ...linked.events, data: '/constructor' } }
    expect(mapEvent(message, mapping, 'file')).toBe('no data at /constructor')
  })
})

describe('readMapping', () => {
  it('says which part it does not know', () => {
    expect(readMapping({ schema: {} })).toContain('"schema"')
    expect(readMapping({ events: { parents: [] } })).toContain('"parents"')
    expect(readMapping([])).toBe('A mapping file holds one JSON object.')
  })
})

describe('matchPath', () => {
  it('reads type and version from a path', () => {
    expect(matchPath('{type}/{version}.json', 'CardExpired/1.2.0.json')).toEqual({
      type: 'CardExpired',
      version: '1.2.0',
    })
    expect(matchPath('{type}-{version}.json', 'CardExpired-2.json')).toEqual({
      type: 'CardExpired',
      version: '2',
    })
    expect(matchPath('{type}/{version}.json', 'README.md')).toBeUndefined()
  })
})
