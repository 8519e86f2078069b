/** The columns of the table of fields, in their order. */
export const COLUMNS = [
  { id: 'name', label: 'Field' },
  { id: 'type', label: 'Type' },
  { id: 'required', label: 'Required' },
  { id: 'description', label: 'Description' },
  { id: 'constraints', label: 'Format, bounds' },
  { id: 'marks', label: 'Marks' },
] as const

export type ColumnId = (typeof COLUMNS)[number]['id']

/** Wide enough for words; what does not fit a narrow pane scrolls sideways, the names stay. */
export const GRID =
  'grid min-w-[48rem] grid-cols-[minmax(14rem,2fr)_8rem_4.75rem_minmax(8.5rem,1.8fr)_minmax(7rem,1fr)_5rem]'

/** Pixels. */
export const ROW_HEIGHT = 32
export const HEAD_HEIGHT = 28
