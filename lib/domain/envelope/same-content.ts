import { canonicalizeText } from '../json/canonical'

/** The two blocks of an event as JSON texts. */
export interface Content {
  dataText: string
  metaText: string
}

/**
 * Whether two deliveries under one id say the same: spacing, the order of members and the spelling of numbers and
 * strings do not count (RFC 8785), everything else does.
 */
export function isSameContent(before: Content, after: Content): boolean {
  return sameText(before.dataText, after.dataText) && sameText(before.metaText, after.metaText)
}

function sameText(before: string, after: string): boolean {
  return before === after || canonicalizeText(before) === canonicalizeText(after)
}
