import { route } from '@/lib/server/http/route'
import { createDomain } from '@/lib/server/services/people/create-domain'
import { listDomainsPage } from '@/lib/server/services/people/list-domains'

export const GET = route('listDomains', listDomainsPage)
export const POST = route('createDomain', createDomain)
