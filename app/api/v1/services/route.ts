import { route } from '@/lib/server/http/route'
import { createService } from '@/lib/server/services/people/create-service'
import { listServicesPage } from '@/lib/server/services/people/list-services'

export const GET = route('listServices', listServicesPage)
export const POST = route('createService', createService)
