/**
 * Every key of the application, once: the handlers, the tooltips and the `?` sheet all read this table. `mod` is ⌘ on a
 * Mac and Ctrl elsewhere. A key of one character acts only where its list has the focus (or, for `?`, outside of fields),
 * and only while single letters are switched on.
 */
export interface KeyEntry {
  /** Alternatives; each as `KeyboardEvent.key`, perhaps after `mod+`, `mod+shift+` or `alt+`. */
  keys: readonly string[]
  /** What is pressed, where that is no fixed key. */
  says?: string
  does: string
  where: 'Everywhere' | 'Lists' | 'Chain' | 'Flow map' | 'Versions' | 'Draft'
}

export const keyTable = {
  palette: { keys: ['mod+k'], does: 'Find anything, or paste an id', where: 'Everywhere' },
  help: { keys: ['?'], does: 'Show the keys', where: 'Everywhere' },
  close: { keys: ['Escape'], does: 'Close, and give the focus back', where: 'Everywhere' },

  next: { keys: ['j', 'ArrowDown'], does: 'Next row', where: 'Lists' },
  previous: { keys: ['k', 'ArrowUp'], does: 'Previous row', where: 'Lists' },
  first: { keys: ['Home'], does: 'First row', where: 'Lists' },
  last: { keys: ['End'], does: 'Last row', where: 'Lists' },
  pageDown: { keys: ['PageDown'], does: 'A page down', where: 'Lists' },
  pageUp: { keys: ['PageUp'], does: 'A page up', where: 'Lists' },
  open: { keys: ['Enter'], does: 'Open the row', where: 'Lists' },
  peek: { keys: [' '], does: 'Peek at the row without leaving the list', where: 'Lists' },
  filter: { keys: ['f'], does: 'Go to the filters', where: 'Lists' },
  find: { keys: ['/'], does: 'Go to the search field of the list', where: 'Lists' },

  expand: { keys: ['ArrowRight'], does: 'Unfold, then go to the first child', where: 'Chain' },
  collapse: { keys: ['ArrowLeft'], does: 'Fold, then go to the parent', where: 'Chain' },
  expandSiblings: { keys: ['*'], does: 'Unfold all siblings', where: 'Chain' },
  typeAhead: { keys: [], says: 'Letters', does: 'Next event whose type begins so', where: 'Chain' },

  toLeft: { keys: ['ArrowLeft'], does: 'To the event type on the left', where: 'Flow map' },
  toRight: { keys: ['ArrowRight'], does: 'To the event type on the right', where: 'Flow map' },
  toAbove: { keys: ['ArrowUp'], does: 'To the event type above', where: 'Flow map' },
  toBelow: { keys: ['ArrowDown'], does: 'To the event type below', where: 'Flow map' },

  nextChange: { keys: ['n'], does: 'Next change', where: 'Versions' },
  previousChange: { keys: ['p'], does: 'Previous change', where: 'Versions' },

  save: { keys: ['mod+s'], does: 'Save the draft now', where: 'Draft' },
  switchTab: { keys: ['alt+m'], does: 'Let Tab indent in the text, or leave it again', where: 'Draft' },
  editCell: { keys: ['Enter', 'F2'], does: 'Edit the cell of the table of fields', where: 'Draft' },
  addField: { keys: ['mod+Enter'], does: 'Add a field behind this one', where: 'Draft' },
  removeField: { keys: ['Delete'], does: 'Remove the field', where: 'Draft' },
  fieldUp: { keys: ['alt+ArrowUp'], does: 'Move the field up', where: 'Draft' },
  fieldDown: { keys: ['alt+ArrowDown'], does: 'Move the field down', where: 'Draft' },
  undo: { keys: ['mod+z'], does: 'Take the last change back, in text and table', where: 'Draft' },
  redo: { keys: ['mod+shift+z', 'mod+y'], does: 'Make it again', where: 'Draft' },
} as const satisfies Record<string, KeyEntry>

export type KeyId = keyof typeof keyTable

/** Whether a binding is one character without a modifier. */
export function isSingle(binding: string): boolean {
  return binding.length === 1 && binding !== ' '
}

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether a key press is one of the bindings of `id`. */
export function isPressed(id: KeyId, event: Pressed, singleOn: boolean): boolean {
  return keyTable[id].keys.some((binding) => matches(binding, event) && (singleOn || !isSingle(binding)))
}

function matches(binding: string, event: Pressed): boolean {
  const { key, mod, shift, alt } = partsOf(binding)
  if (alt !== event.altKey || mod !== (event.ctrlKey || event.metaKey)) return false
  // A character such as `?` needs Shift on most keyboards; a named key with Shift is another key.
  if (shift !== event.shiftKey && (shift || mod || key.length > 1)) return false
  return key === event.key || (mod && key === event.key.toLowerCase())
}

function partsOf(binding: string) {
  const [, mod, shift, alt, key = ''] = /^(mod\+)?(shift\+)?(alt\+)?(.*)$/s.exec(binding) ?? []
  return { key, mod: mod !== undefined, shift: shift !== undefined, alt: alt !== undefined }
}

const GLYPHS = new Map([
  ['ArrowDown', '↓'],
  ['ArrowUp', '↑'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['Escape', 'Esc'],
  [' ', 'Space'],
])

/** How a binding is written on a key cap: `['⌘', 'K']` or `['Ctrl', 'K']`. */
export function keyCaps(binding: string, mac: boolean): string[] {
  const { key, mod, shift, alt } = partsOf(binding)
  const cap = GLYPHS.get(key) ?? (mod && key.length === 1 ? key.toUpperCase() : key)
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? ['Shift'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    cap,
  ]
}
