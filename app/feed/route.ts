import { feed } from '@/lib/server/http/feed'
import { listCatalogNews } from '@/lib/server/services/inbox/list-news'

export const GET = feed({ path: '/feed', title: () => 'Versions of the catalog', read: listCatalogNews })
