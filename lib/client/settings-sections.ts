import type { Action } from '@/lib/domain/policy/policy'

/** The parts of the settings, each at an address of its own, in the order in which they stand. */
export const SETTINGS_SECTIONS = [
  { id: 'installation', label: 'General', group: 'Installation', does: 'administer' },
  { id: 'review', label: 'Review', group: 'Installation', does: 'administer' },
  { id: 'retention', label: 'Retention', group: 'Installation', does: 'administer' },
  { id: 'rules', label: 'Rules', group: 'Installation', does: 'administer' },
  { id: 'people', label: 'People', group: 'Installation', does: 'manage-people' },
  { id: 'groups', label: 'Groups', group: 'Installation', does: 'administer' },
  { id: 'webhooks', label: 'Webhooks', group: 'Installation', does: 'administer' },
  { id: 'audit', label: 'Audit log', group: 'Installation', does: 'read-audit' },
  { id: 'tokens', label: 'Tokens', group: 'Yours', does: 'make-token' },
  { id: 'browser', label: 'This browser', group: 'Yours', does: 'reach' },
] as const satisfies readonly { id: string; label: string; group: string; does: Action }[]

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]['id']

export function isSettingsSection(id: string): id is SettingsSection {
  return SETTINGS_SECTIONS.some((section) => section.id === id)
}
