import type { Metadata } from 'next'

/** What lets a browser, or a feed reader that was given the page's address, find the feed. */
export function feedLinks(url: string, title: string): Metadata['alternates'] {
  return { types: { 'application/atom+xml': [{ url, title }] } }
}
