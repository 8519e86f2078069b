import { feed } from '@/lib/server/http/feed'
import { listEventTypeNews } from '@/lib/server/services/inbox/list-news'

export const GET = feed<{ name: string }>({
  path: '/catalog/{name}/feed',
  title: ({ name }) => `Versions of ${name}`,
  read: listEventTypeNews,
})
