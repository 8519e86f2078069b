import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingsScreen } from '@/components/settings/settings-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { makeQueryClient } from '@/lib/client/query-client'
import { settingsQueries } from '@/lib/client/settings-queries'
import { isSettingsSection, SETTINGS_SECTIONS } from '@/lib/client/settings-sections'
import { pageActor } from '@/lib/server/http/page-actor'
import { getSettings } from '@/lib/server/services/installation/get-settings'

type Props = PageProps<'/settings/[section]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  return { title: SETTINGS_SECTIONS.find(({ id }) => id === section)?.label ?? 'Settings' }
}

export default async function SettingsSectionPage({ params }: Props) {
  const actor = await pageActor()
  const { section } = await params
  if (!isSettingsSection(section)) notFound()
  const client = makeQueryClient()
  client.setQueryData(settingsQueries.current().queryKey, await getSettings(actor))
  return (
    <Hydrate client={client}>
      <SettingsScreen section={section} />
    </Hydrate>
  )
}
