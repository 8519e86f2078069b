/**
 * The columns of a row and of the head above it, which must agree. From narrow to wide: name and volume; then what
 * happened, owner and version; then the domain and who uses it.
 */
export const COLUMNS =
  'grid items-center gap-x-3 px-4 grid-cols-[minmax(0,1fr)_4.5rem] sm:grid-cols-[minmax(11rem,15rem)_minmax(0,1fr)_4.5rem] md:grid-cols-[minmax(12rem,16rem)_minmax(0,1fr)_7rem_4rem_9.5rem] xl:grid-cols-[minmax(13rem,18rem)_minmax(0,1fr)_7.5rem_7rem_4.5rem_4.5rem_9.5rem]'

export const ROW_HEIGHT = 32
