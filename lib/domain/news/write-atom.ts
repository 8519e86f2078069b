import { leavingWords } from './leaving'
import { pathOf, type News, type NewsKind } from './news'

export interface Feed {
  /** A `urn:uuid:` that stays the same wherever the feed is read from. */
  readonly id: string
  readonly title: string
  /** Of this installation, as the reader knows it. */
  readonly origin: string
  /** Paths of the feed itself, and of the page it is about. */
  readonly self: string
  readonly page: string
  /** Newest first. */
  readonly news: readonly News[]
}

/** A feed as RFC 4287 has it. Every text in it is somebody's and is escaped. */
export function writeAtom({ id, title, origin, self, page, news }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', id),
    element('title', title),
    // A feed without entries has been so for ever.
    element('updated', news[0]?.at ?? '1970-01-01T00:00:00.000Z'),
    link('self', 'application/atom+xml', origin + self),
    link('alternate', 'text/html', origin + page),
    element('generator', 'Pasttense'),
    ...news.flatMap((one) => entry(one, origin)),
    '</feed>',
    '',
  ].join('\n')
}

const HAPPENED: Partial<Record<NewsKind, string>> = {
  VersionPublished: 'published',
  VersionDeprecated: 'deprecated',
  VersionRetired: 'retired',
  EventTypeDeprecated: 'deprecated',
  EventTypeRetired: 'retired',
}

function entry(news: News, origin: string): string[] {
  const { id, kind, eventType, version, isBreaking, by, at } = news
  const happened = HAPPENED[kind] ?? kind
  const words = leavingWords({
    status: happened,
    status_reason: news.reason,
    successor: news.successor,
    retires_on: news.retiresOn,
  })
  const title = `${eventType}${version === null ? '' : ` ${version}`} was ${happened}${isBreaking ? ', and breaks consumers' : ''}`
  return [
    '<entry>',
    element('id', `urn:uuid:${id}`),
    element('title', title),
    element('published', at),
    element('updated', at),
    // An author without a name makes no valid feed.
    `<author>${element('name', by.trim() === '' ? 'Pasttense' : by)}</author>`,
    link('alternate', 'text/html', origin + pathOf(news)),
    category(kind),
    element('content', words === '' ? `${title}.` : words, ' type="text"'),
    '</entry>',
  ]
}

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`
}

function category(term: string): string {
  return `<category term="${escapeXml(term)}"/>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** For texts and for attributes. What XML 1.0 cannot hold, in any spelling, becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
