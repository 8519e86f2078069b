/** First and last index of the rows in the document; `last` is -1 where there is none. */
export interface RowRange {
  first: number
  last: number
}

export interface Sight {
  count: number
  /** Of every row, in CSS pixels. */
  rowHeight: number
  /** Pixels from the top of the list to the top of the window: negative while the list begins further down. */
  above: number
  /** Height of the window in CSS pixels. */
  windowHeight: number
  /** Rows kept ready above and below; as many as quick scrolling needs, if not said. */
  spare?: number
}

/** Rows kept ready above and below what one sees, so that quick scrolling shows no gaps. */
const SPARE = 12

/** The rows one sees, and a few more. A list that has scrolled out of sight keeps its nearest rows. */
export function visibleRows({ count, rowHeight, above, windowHeight, spare = SPARE }: Sight): RowRange {
  const bounded = (index: number) => Math.max(0, Math.min(count - 1, index))
  if (count === 0) return { first: 0, last: -1 }
  return {
    first: bounded(Math.floor(above / rowHeight) - spare),
    last: bounded(Math.ceil((above + windowHeight) / rowHeight) - 1 + spare),
  }
}

/** The indexes of a range in order, with one more that must stay (it has the focus) wherever it is. */
export function indexesOf({ first, last }: RowRange, count: number, keep: number | undefined): number[] {
  const end = Math.min(last, count - 1)
  const indexes = Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => first + at)
  if (keep === undefined || keep < 0 || keep >= count) return indexes
  if (keep < first) return [keep, ...indexes]
  return keep > end ? [...indexes, keep] : indexes
}
