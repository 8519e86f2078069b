import type * as Monaco from 'monaco-editor/editor/editor.api.js'

/** What every editor of ours has in common. */
export const EDITOR_OPTIONS: Monaco.editor.IEditorOptions = {
  automaticLayout: true,
  fontFamily: 'var(--font-geist-mono), ui-monospace, monospace',
  fontSize: 12.5,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  wordWrap: 'on',
  fixedOverflowWidgets: true,
  overviewRulerBorder: false,
  folding: true,
  guides: { indentation: true },
  padding: { top: 8, bottom: 8 },
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
}

/** What every text of ours has in common. Green, amber and red mean something else on this screen than a bracket's depth. */
export const TEXT_OPTIONS: Monaco.editor.ITextModelUpdateOptions = {
  tabSize: 2,
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
}
