import type { Metadata } from 'next'
import { SettingsScreen } from '@/components/settings/settings-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { makeQueryClient } from '@/lib/client/query-client'
import { settingsQueries } from '@/lib/client/settings-queries'
import { pageActor } from '@/lib/server/http/page-actor'
import { getSettings } from '@/lib/server/services/installation/get-settings'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const client = makeQueryClient()
  client.setQueryData(settingsQueries.current().queryKey, await getSettings(await pageActor()))
  return (
    <Hydrate client={client}>
      <SettingsScreen section={null} />
    </Hydrate>
  )
}
