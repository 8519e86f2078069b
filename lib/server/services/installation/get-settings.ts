import 'server-only'
import { settingsSchema, type Settings } from '@/lib/contracts/settings'
import { readSettings } from '@/lib/server/stores/setting-store'
import { may } from '@/lib/domain/policy/policy'
import { authorize, type Actor } from '@/lib/server/services/actor'

export const defaultSettings: Settings = {
  trace_link: '',
  late_after_seconds: 60,
  retention_days: null,
  rule_severities: {},
  name_style: null,
  review_required: false,
  approvals_needed: 1,
  owner_approves: true,
  reviewer_for_new: true,
  reviewer_for_breaking: true,
  reading: 'this-machine',
  provider_groups: { claim: 'groups', grants: [] },
}

export async function getSettings(actor: Actor): Promise<Settings> {
  authorize(actor, 'read')
  const settings = await currentSettings()
  // Which group of the company is worth what is no business of whoever may read.
  return may(actor, 'administer')
    ? settings
    : { ...settings, provider_groups: defaultSettings.provider_groups }
}

/** What was changed over what is usual; a stored value that is no longer allowed counts as unchanged. */
export async function currentSettings(): Promise<Settings> {
  const stored = await readSettings()
  const allowed = Object.entries(stored).filter(([key, value]) => {
    const shape = settingsSchema.shape[key as keyof Settings] as
      (typeof settingsSchema.shape)[keyof Settings] | undefined
    return shape?.safeParse(value).success
  })
  return { ...defaultSettings, ...Object.fromEntries(allowed) }
}
