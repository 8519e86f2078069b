import { route } from '@/lib/server/http/route'
import { createService } from '@/lib/server/services/create-service'
import { listServicesPage } from '@/lib/server/services/list-services'

export const GET = route('listServices', listServicesPage)
export const POST = route('createService', createService)
