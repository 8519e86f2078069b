import { expect, it } from 'vitest'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import { splitEventName } from '@/lib/domain/naming/split-event-name'
import { hears, newsKinds, pathOf, writeNews, type News } from './news'

const news: News = {
  id: '0b9f',
  kind: 'VersionPublished',
  eventType: 'Card/Expired',
  owner: 'cards',
  version: '2.0.0',
  proposal: null,
  isBreaking: true,
  reason: 'Said <b>so</b>',
  successor: null,
  retiresOn: null,
  by: 'Ada',
  at: '2026-11-26T10:00:00.000Z',
}

it('is named in the past tense, and an event by the rules that others are held to', () => {
  expect(newsKinds.filter((kind) => splitEventName(kind).tense !== 'past')).toEqual([])
  expect(readEnvelope(writeNews(news, 'https://x'))).toMatchObject({
    kind: 'event',
    event: { eventId: '0b9f' },
  })
})

it('leads to the version, the event type, or the proposal', () => {
  expect(pathOf(news)).toBe('/catalog/Card%2FExpired?tab=schema&version=2.0.0')
  expect(pathOf({ ...news, kind: 'EventTypeRetired', version: null })).toBe('/catalog/Card%2FExpired')
  expect(pathOf({ ...news, kind: 'ProposalApproved', proposal: 'p 1' })).toBe('/proposals/p%201')
})

it('is heard by whoever asked for its kind, its owner and its event type', () => {
  const all = { kinds: newsKinds, owner: null, eventType: null }
  const heard = [all, { ...all, owner: 'cards' }, { ...all, eventType: 'Card/Expired' }]
  const not = [
    { ...all, kinds: ['VersionRetired'] },
    { ...all, owner: 'shop' },
    { ...all, eventType: 'card/expired' },
  ]
  expect([...heard, ...not].map((hearing) => hears(hearing, news))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
