import type { MonacoKit } from './load-monaco'

/** Names of the two themes; which one holds is said by `useColours`. */
export const MONACO_THEMES = { light: 'pasttense-light', dark: 'pasttense-dark' } as const

/** Syntax colours, which are nobody else's: all at least 4.5 to 1 on the surface. */
const SYNTAX = {
  light: { key: '1f2937', string: '0b6b3a', number: '9a4a00', keyword: '5b3fd6' },
  dark: { key: 'e6e6ea', string: '7fd6a2', number: 'f0b26b', keyword: 'a9a4ff' },
}

/**
 * The theme of the colours that the page has now, from its own variables. Only those: what the built stylesheet makes of
 * `light-dark()` is one of the two for the whole page, so the other theme's cannot be read beforehand.
 */
export function defineTheme(monaco: MonacoKit['monaco'], scheme: 'light' | 'dark'): void {
  const colour = readColours(scheme)
  const syntax = SYNTAX[scheme]
  monaco.editor.defineTheme(MONACO_THEMES[scheme], {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: syntax.key },
      { token: 'string.value.json', foreground: syntax.string },
      { token: 'number.json', foreground: syntax.number },
      { token: 'keyword.json', foreground: syntax.keyword },
    ],
    colors: {
      'editor.background': colour('--surface'),
      'editor.foreground': colour('--ink'),
      'editorGutter.background': colour('--surface'),
      'editorLineNumber.foreground': colour('--ink-3'),
      'editorLineNumber.activeForeground': colour('--ink'),
      'editor.lineHighlightBackground': colour('--sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': colour('--accent', 0.25),
      'editorCursor.foreground': colour('--accent'),
      'editorWidget.background': colour('--surface'),
      'editorWidget.border': colour('--line-strong'),
      'editorHoverWidget.background': colour('--surface'),
      'editorHoverWidget.border': colour('--line-strong'),
      'editorSuggestWidget.background': colour('--surface'),
      'editorSuggestWidget.border': colour('--line-strong'),
      'editorSuggestWidget.selectedBackground': colour('--accent-soft'),
      'editorSuggestWidget.selectedForeground': colour('--ink'),
      'editorSuggestWidget.highlightForeground': colour('--accent'),
      'editorIndentGuide.background1': colour('--line'),
      'editorBracketMatch.border': colour('--line-strong'),
      'editorError.foreground': colour('--breaking'),
      'editorWarning.foreground': colour('--risky'),
      'diffEditor.insertedLineBackground': colour('--safe-soft'),
      'diffEditor.insertedTextBackground': colour('--safe', 0.12),
      'diffEditor.removedLineBackground': colour('--breaking-soft'),
      'diffEditor.removedTextBackground': colour('--breaking', 0.12),
      'diffEditor.diagonalFill': colour('--line'),
      'diffEditor.unchangedRegionBackground': colour('--sunken'),
      'diffEditor.unchangedRegionForeground': colour('--ink-2'),
      'scrollbarSlider.background': colour('--ink', 0.12),
      'scrollbarSlider.hoverBackground': colour('--ink', 0.2),
      focusBorder: colour('--accent'),
    },
  })
}

/** The editor takes only hex colours, the page's are OKLCH: a canvas turns one into the other. */
function readColours(scheme: 'light' | 'dark'): (name: string, alpha?: number) => string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const probe = document.createElement('span')
  probe.style.colorScheme = scheme
  probe.hidden = true
  document.body.append(probe)
  const values = new Map<string, string>()
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    if (!context) return scheme === 'dark' ? '#1a1b20' : '#ffffff'
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map(hexByte).join('')}`
  }
  for (const name of NAMES) values.set(name, read(name))
  probe.remove()
  return (name, alpha = 1) =>
    `${values.get(name) ?? '#808080'}${alpha === 1 ? '' : hexByte(Math.round(alpha * 255))}`
}

const NAMES = [
  '--surface',
  '--sunken',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--line',
  '--line-strong',
  '--accent',
  '--accent-soft',
  '--breaking',
  '--breaking-soft',
  '--risky',
  '--safe',
  '--safe-soft',
]

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
