import { route } from '@/lib/server/http/route'
import { createWaiver } from '@/lib/server/services/catalog/create-waiver'
import { listWaiversOfType } from '@/lib/server/services/catalog/list-waivers'

export const GET = route('listWaivers', listWaiversOfType)
export const POST = route('createWaiver', createWaiver)
