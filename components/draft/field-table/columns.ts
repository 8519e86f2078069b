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
  'grid min-w-[48rem] grid-cols-[minmax(11.5rem,1.4fr)_9.25rem_4.75rem_minmax(9rem,2fr)_minmax(7.5rem,1.2fr)_6rem]'

/** Pixels. */
export const ROW_HEIGHT = 32
export const HEAD_HEIGHT = 28
