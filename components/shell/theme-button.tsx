'use client'

import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { chooseTheme, useTheme } from '@/lib/client/theme'
import { THEMES, type Theme } from '@/lib/client/theme-cookie'

const ICONS = { system: 'monitor', light: 'sun', dark: 'moon' } as const

/** Goes through system, light and dark. */
export function ThemeButton({ initial }: { initial: Theme }) {
  const theme = useTheme(initial)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <IconButton label={`Theme: ${theme}. Change to ${next}`} onClick={() => chooseTheme(next)}>
      <Icon name={ICONS[theme]} />
    </IconButton>
  )
}
