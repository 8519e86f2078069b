export type Theme = 'system' | 'light' | 'dark'
export const THEMES: readonly Theme[] = ['system', 'light', 'dark']

/** Read by the root layout, so that the first byte already has the right colours. */
export const THEME_COOKIE = 'theme'

export function asTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system'
}
