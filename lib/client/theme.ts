import { useSyncExternalStore } from 'react'
import { asTheme, THEME_COOKIE, type Theme } from './theme-cookie'

const DARK = '(prefers-color-scheme: dark)'
const listeners = new Set<() => void>()

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(DARK)
  listeners.add(listener)
  media.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', listener)
  }
}

const chosen = () => asTheme(document.documentElement.dataset.theme)

/** What the person chose; `initial` is what the server rendered with. */
export function useTheme(initial: Theme = 'system'): Theme {
  return useSyncExternalStore(subscribe, chosen, () => initial)
}

/** The colours on the screen, for what draws its own (an editor, a canvas). */
export function useColours(): 'light' | 'dark' {
  return useSyncExternalStore(
    subscribe,
    () => {
      const theme = chosen()
      return theme === 'system' ? (window.matchMedia(DARK).matches ? 'dark' : 'light') : theme
    },
    () => 'light',
  )
}
