import 'server-only'
import type { Settings, SettingsPatch } from '@/lib/contracts/settings'
import { forgetActors } from '@/lib/server/identity/known-actors'
import { writeSettings } from '@/lib/server/stores/setting-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getSettings } from './get-settings'
import { resolveOwners } from '@/lib/server/services/resolve-references'

/** @throws Problem `owner-not-found` where a group is to give a membership of nobody */
export async function changeSettings(actor: Actor, { body }: { body: SettingsPatch }): Promise<Settings> {
  authorize(actor, 'administer')
  await resolveOwners(body.provider_groups?.grants.flatMap(({ owner }) => owner ?? []) ?? [])
  await writeSettings(body, {
    by: actor,
    action: 'settings-changed',
    subject: 'settings',
    details: body,
  })
  if (body.reading !== undefined) forgetActors()
  return getSettings(actor)
}
