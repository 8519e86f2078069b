/** The texts of a row of the tree, as they stand one after the other. */
export interface RowTexts {
  name: string
  /** Counts that stand with the name whatever else there is: of a fold, of what is hidden, of what is overdue. */
  counts: readonly string[]
  owner: string
  version: string
  /** The gravest first. */
  tags: readonly string[]
}

/** What of a row's texts is shown. The name and the counts always are. */
export interface RowRoom {
  owner: boolean
  version: boolean
  /** Of the tags; the others are told by their number. */
  tags: number
}

/**
 * Pixels of a character and of what stands around a text, at the sizes of the rows. Of the usual letters: a row is not
 * measured, since the server draws it too and a hundred of them pass by while one scrolls.
 */
const WIDTHS = {
  name: { character: 7.2, around: 16 },
  owner: { character: 6.4, around: 8 },
  version: { character: 7.2, around: 8 },
  tag: { character: 6.2, around: 20 },
} as const
/** Of how many tags are not shown: after others, and where it stands for all of them in words. */
const COUNT = 36
const ONLY_COUNT = 78
/** What is left of a long owner can still be told from others. */
const LEAST_OWNER = 80

/**
 * What has room beside a name in so many pixels. Nothing is cut to a stub: what does not fit is left out, the version
 * first, then all tags but the gravest, then the owner, and at last the words of that tag.
 */
export function roomFor(pixels: number, { name, counts, owner, version, tags }: RowTexts): RowRoom {
  let left = pixels - width('name', name)
  for (const text of counts) left -= width('tag', text)
  // The gravest keeps its words as long as the name does; beside an overdue step, which is graver, it may go before.
  const least = counts.length === 0 && tags.length > 0 && widthOf(tags, 1) <= left ? 1 : 0
  const hasOwner = left - widthOf(tags, least) >= Math.min(width('owner', owner), LEAST_OWNER)
  if (hasOwner) left -= width('owner', owner)
  const shown = tagsIn(left, tags, least)
  const hasVersion = hasOwner && left - widthOf(tags, shown) >= width('version', version)
  return { owner: hasOwner, version: hasVersion, tags: shown }
}

/** How many of the tags fit beside the number of the others; `least` of them in any case. */
export function tagsIn(pixels: number, tags: readonly string[], least: number): number {
  let shown = tags.length
  while (shown > least && widthOf(tags, shown) > pixels) shown--
  return shown
}

function width(kind: keyof typeof WIDTHS, text: string): number {
  return text.length * WIDTHS[kind].character + WIDTHS[kind].around
}

/** Of the first `shown` tags and the number of the others. */
function widthOf(tags: readonly string[], shown: number): number {
  const first = tags.slice(0, shown).reduce((sum, text) => sum + width('tag', text), 0)
  return first + (shown === tags.length ? 0 : shown === 0 ? ONLY_COUNT : COUNT)
}
