import 'server-only'
import { catalogNews, type News } from '@/lib/domain/news/news'
import { listNews } from '@/lib/server/stores/news-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getEventType } from '@/lib/server/services/catalog/get-event-type'
import { getOwner } from '@/lib/server/services/people/get-owner'

/** Entries of a feed: a reader that comes once a day misses nothing of a lively catalog. */
const MOST = 100

/** What became of versions, newest first. */
export function listCatalogNews(actor: Actor): Promise<News[]> {
  authorize(actor, 'read')
  return listNews({}, catalogNews, MOST)
}

/** @throws Problem `event-type-not-found` */
export async function listEventTypeNews(actor: Actor, { name }: { name: string }): Promise<News[]> {
  authorize(actor, 'read')
  await getEventType(actor, { name })
  return listNews({ eventType: name }, catalogNews, MOST)
}

/** Of every event type that the owner has now. @throws Problem `owner-not-found` */
export async function listOwnerNews(actor: Actor, { slug }: { slug: string }): Promise<News[]> {
  authorize(actor, 'read')
  await getOwner(actor, { slug })
  return listNews({ owner: slug }, catalogNews, MOST)
}
