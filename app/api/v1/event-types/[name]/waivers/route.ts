import { route } from '@/lib/server/http/route'
import { createWaiver } from '@/lib/server/services/create-waiver'
import { listWaiversOfType } from '@/lib/server/services/list-waivers'

export const GET = route('listWaivers', listWaiversOfType)
export const POST = route('createWaiver', createWaiver)
