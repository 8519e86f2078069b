import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SettingsPatch } from '@/lib/contracts/settings'
import { call } from './api'
import { auditQueries } from './audit-queries'
import { settingsQueries } from './settings-queries'

export function useChangeSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SettingsPatch) => call('updateSettings', { body }),
    onSuccess: (settings) => {
      client.setQueryData(settingsQueries.current().queryKey, settings)
      void client.invalidateQueries({ queryKey: auditQueries.all })
    },
  })
}
