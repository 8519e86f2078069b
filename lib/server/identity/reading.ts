import 'server-only'
import type { Actor } from '@/lib/domain/policy/policy'
import { readSettings } from '@/lib/server/stores/setting-store'
import { actorOf } from './known-actors'

/** Whoever did not say who they are, where reading is open to them. They write nothing. */
const reader: Actor = {
  kind: 'local',
  id: 'reader',
  name: 'somebody',
  role: 'reader',
  owners: [],
  scopes: new Set(['catalog:read', 'check']),
}

/** Whoever did not say who they are, where reading is not open. The table lets them do next to nothing. */
export const stranger: Actor = { ...reader, id: 'stranger', scopes: new Set() }

/** What somebody without a token and a session is, by the setting `reading`. */
export async function unknownActor(isLocal: boolean): Promise<Actor> {
  const known = await actorOf(isLocal ? 'unknown here' : 'unknown elsewhere', async () => {
    const { reading = 'this-machine' } = await readSettings()
    return reading === 'network' || (isLocal && reading === 'this-machine') ? reader : null
  })
  return known ?? stranger
}
