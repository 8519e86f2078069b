import { feed } from '@/lib/server/http/feed'
import { listOwnerNews } from '@/lib/server/services/inbox/list-news'

export const GET = feed<{ slug: string }>({
  path: '/owners/{slug}/feed',
  title: ({ slug }) => `Versions of what ${slug} owns`,
  read: listOwnerNews,
})
