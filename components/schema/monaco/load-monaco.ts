import type * as Setup from './monaco-setup'

/** What `loadMonaco` hands over: the editor's API and the JSON language's settings. */
export type MonacoKit = Pick<typeof Setup, 'monaco' | 'jsonDefaults'>

let loading: Promise<MonacoKit> | undefined

/** Loads the editor, once for the page. After a failed load (a network gone for a moment) the next call tries again. */
export function loadMonaco(): Promise<MonacoKit> {
  loading ??= import('./monaco-setup').then(
    (kit) => kit,
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}
