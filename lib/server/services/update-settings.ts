import 'server-only'
import type { Settings, SettingsPatch } from '@/lib/contracts/settings'
import { writeSettings } from '@/lib/server/stores/setting-store'
import { authorize, type Actor } from './actor'
import { getSettings } from './get-settings'

export async function changeSettings(actor: Actor, { body }: { body: SettingsPatch }): Promise<Settings> {
  authorize(actor, 'administer')
  await writeSettings(body)
  return getSettings(actor)
}
