import 'server-only'
import type { Settings, SettingsPatch } from '@/lib/contracts/settings'
import { forgetActors } from '@/lib/server/identity/known-actors'
import { writeSettings } from '@/lib/server/stores/setting-store'
import { authorize, type Actor } from './actor'
import { getSettings } from './get-settings'

export async function changeSettings(actor: Actor, { body }: { body: SettingsPatch }): Promise<Settings> {
  authorize(actor, 'administer')
  await writeSettings(body, {
    by: actor,
    action: 'settings-changed',
    subject: 'settings',
    details: body,
  })
  if (body.reading !== undefined) forgetActors()
  return getSettings(actor)
}
