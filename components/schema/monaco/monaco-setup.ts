/**
 * The editor, as JSON's mode brings it: with all of its contributions. They are named here, since the mode is fetched only
 * when there is a text, and what comes after the first editor finds its services missing in the second. Only ever imported
 * through `load-monaco.ts`, so that no page carries it before an editor or a text difference is open.
 */
import 'monaco-editor/languages/features/json/jsonMode.js'
import * as monaco from 'monaco-editor/editor/editor.api.js'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register.js'

// Workers come from our own origin: the Content-Security-Policy allows neither `blob:` nor a CDN.
self.MonacoEnvironment = {
  getWorker: (_, label) =>
    label === 'json'
      ? new Worker(new URL('monaco-editor/language/json/json.worker.js', import.meta.url), { type: 'module' })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
}

export { jsonDefaults, monaco }
