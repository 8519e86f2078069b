import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import type { News } from './news'
import { writeAtom } from './write-atom'

const news: News = {
  id: '5b0e3a52-2f0c-4a8e-9d3c-1f2e3d4c5b6a',
  kind: 'VersionPublished',
  eventType: 'CardExpired',
  owner: 'cards',
  version: '2.0.0',
  proposal: null,
  isBreaking: true,
  reason: 'The scheme’s own codes',
  successor: null,
  retiresOn: null,
  by: 'Ada',
  at: '2026-11-26T10:00:00.000Z',
}
const feed = (...all: News[]) =>
  writeAtom({
    id: 'urn:uuid:0',
    title: 'CardExpired',
    origin: 'https://x.example',
    self: '/catalog/CardExpired/feed',
    page: '/catalog/CardExpired',
    news: all,
  })

/** Texts by the path of their element, as a strict parser reads them. @throws where it is no well-formed XML */
function read(xml: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const path: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  const texts: string[] = []
  parser.on('opentag', ({ name, uri, attributes }) => {
    if (uri !== 'http://www.w3.org/2005/Atom') throw new Error(`${name} is of ${uri}`)
    path.push(name)
    texts.push('')
    for (const [key, { value }] of Object.entries(attributes))
      (found[`${path.join('/')}@${key}`] ??= []).push(value)
  })
  parser.on('text', (text) => {
    texts[texts.length - 1] += text
  })
  parser.on('closetag', () => {
    ;(found[path.join('/')] ??= []).push(texts.pop() ?? '')
    path.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return found
}

it('has what RFC 4287 asks for', () => {
  const found = read(feed(news, { ...news, kind: 'VersionRetired', isBreaking: false, reason: '', by: ' ' }))
  expect(found).toMatchObject({
    'feed/id': ['urn:uuid:0'],
    'feed/title': ['CardExpired'],
    'feed/updated': [news.at],
    'feed/link@rel': ['self', 'alternate'],
    'feed/entry/id': [`urn:uuid:${news.id}`, `urn:uuid:${news.id}`],
    'feed/entry/title': [
      'CardExpired 2.0.0 was published, and breaks consumers',
      'CardExpired 2.0.0 was retired',
    ],
    'feed/entry/updated': [news.at, news.at],
    'feed/entry/author/name': ['Ada', 'Pasttense'],
    'feed/entry/link@href': Array<string>(2).fill(
      'https://x.example/catalog/CardExpired?tab=schema&version=2.0.0',
    ),
    'feed/entry/content': [news.reason, 'CardExpired 2.0.0 was retired.'],
  })
  const left: News = {
    ...{ ...news, kind: 'EventTypeDeprecated', version: null, isBreaking: false },
    ...{ reason: '', successor: 'CardEnded', retiresOn: '2027-03-01' },
  }
  expect(read(feed(left))).toMatchObject({
    'feed/entry/title': ['CardExpired was deprecated'],
    'feed/entry/link@href': ['https://x.example/catalog/CardExpired'],
    'feed/entry/content': ['Go to CardEnded. Until 2027-03-01.'],
  })
  expect(read(feed())['feed/updated']).toHaveLength(1)
})

it('gives back every text that XML can hold, and markup as text', () => {
  const legal = (text: string) =>
    text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>',
      '&lt;',
      '&#0;',
      '"\'/>',
      '<!--',
      '\u0000\u0008\uFFFE',
      '\uD800',
    ),
  )
  fc.assert(
    fc.property(hostile, hostile, (reason, by) => {
      fc.pre(reason.trim() !== '' && by.trim() !== '' && !/\r/.test(reason + by))
      const found = read(feed({ ...news, reason, by, version: `1${reason}`.replace(/\p{Cs}/gu, '') }))
      expect(found['feed/entry/content']).toEqual([legal(reason)])
      expect(found['feed/entry/author/name']).toEqual([legal(by)])
    }),
    { numRuns: 50 },
  )
})
