'use client'

import type { ComponentType } from 'react'
import { May } from '@/components/shell/may'
import { PageHeader } from '@/components/shell/page-header'
import { WhyNot } from '@/components/shell/why-not'
import { mayAs, useMe } from '@/lib/client/me'
import { SETTINGS_SECTIONS, type SettingsSection } from '@/lib/client/settings-sections'
import { AuditLog } from './audit-log'
import { BrowserSettings } from './browser-settings'
import { GroupSettings } from './group-settings'
import { InstallationSettings } from './installation-settings'
import { PeopleSettings } from './people-settings'
import { RetentionSettings } from './retention-settings'
import { ReviewSettings } from './review-settings'
import { RuleSettings } from './rule-settings'
import { SettingsNav } from './settings-nav'
import { TokenSettings } from './token-settings'
import { WebhookSettings } from './webhook-settings'

const SCREENS: Record<SettingsSection, ComponentType> = {
  installation: InstallationSettings,
  review: ReviewSettings,
  retention: RetentionSettings,
  rules: RuleSettings,
  people: PeopleSettings,
  groups: GroupSettings,
  webhooks: WebhookSettings,
  audit: AuditLog,
  tokens: TokenSettings,
  browser: BrowserSettings,
}

/** One part of the settings beside the list of all that one may change. @param section null: the first of them */
export function SettingsScreen({ section }: { section: SettingsSection | null }) {
  const me = useMe()
  const open = SETTINGS_SECTIONS.filter(({ does }) => mayAs(me, does))
  const current = SETTINGS_SECTIONS.find(({ id }) => id === section) ?? open[0]!
  const Screen = SCREENS[current.id]
  return (
    <>
      <PageHeader title="Settings" />
      <div className="border-t border-line lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <SettingsNav sections={open} current={current.id} />
        <div className="flex max-w-2xl min-w-0 flex-col gap-4 px-5 pt-4 pb-8">
          <May
            does={current.does}
            otherwise={<WhyNot does={current.does} what={`change this: ${current.label}`} />}
          >
            <Screen />
          </May>
        </div>
      </div>
    </>
  )
}
