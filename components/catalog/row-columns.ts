/**
 * The columns of a row and of the head above it, which must agree. They follow the width of the list, not of the window,
 * since a panel may stand beside it. From narrow to wide: name and volume; then what happened, owner and version; then
 * the domain and who uses it.
 */
export const COLUMNS =
  'grid items-center gap-x-3 px-[var(--gutter,1rem)] grid-cols-[minmax(0,1fr)_4.5rem] @lg:grid-cols-[minmax(10rem,13rem)_minmax(0,1fr)_4.5rem] @2xl:grid-cols-[13rem_minmax(0,1fr)_6rem_3.75rem_8.5rem] @4xl:grid-cols-[13.5rem_minmax(0,1fr)_6rem_6rem_3.75rem_3.25rem_8.5rem]'

/** From which width on a column is there. */
export const WIDE = {
  what: 'hidden @lg:block',
  owner: 'hidden @2xl:block',
  uses: 'hidden @4xl:block',
} as const

/** Of every row, in CSS pixels. */
export const ROW_HEIGHT = 32
