import { route } from '@/lib/server/http/route'
import { listVersionsPage } from '@/lib/server/services/schema/list-versions'
import { publishVersion } from '@/lib/server/services/schema/publish-version'

export const GET = route('listVersions', listVersionsPage)
export const POST = route('publishVersion', publishVersion)
