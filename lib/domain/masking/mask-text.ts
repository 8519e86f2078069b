import { endOfValue } from '../envelope/end-of-value'
import type { MaskPlace } from './mask-plan'
import { walkPlaces } from './walk-places'

/** `sensitive`: marked in a schema. `not-declared`: no schema says what it is, so nobody knows whether it is personal. */
export type MaskReason = 'sensitive' | 'not-declared'

/**
 * What stands in the place of a masked value. A string in brackets that no keyboard has; what is masked is said by the list
 * of places, since an event may hold any string.
 */
export const MASKS: Readonly<Record<MaskReason, string>> = {
  sensitive: '⟨masked: sensitive⟩',
  'not-declared': '⟨masked: not declared⟩',
}

export interface MaskedPlace {
  /** JSON Pointer into the data. */
  readonly pointer: string
  readonly reason: MaskReason
}

export interface MaskedText {
  readonly text: string
  readonly masked: readonly MaskedPlace[]
}

/** What whoever reads may see beside what is declared and not sensitive. */
export interface Sight {
  readonly undeclared: boolean
  readonly sensitive: boolean
}

/**
 * A data block with what is not for its reader replaced by a mask, and where. A masked value goes as a whole: neither how
 * it is built nor the names in it are told. All else stays to the letter.
 * @param text valid JSON
 */
export function maskText(text: string, root: MaskPlace, sight: Sight): MaskedText {
  return replaced(text, root, sight, (reason) => JSON.stringify(MASKS[reason]))
}

/**
 * The same with an empty value of the same type where one is masked, for whoever looks at how data is built and not at what
 * it says: `""`, `0`, `{}`, `[]`.
 */
export function hollowText(text: string, root: MaskPlace, sight: Sight): string {
  return replaced(text, root, sight, (_, start) => hollow(text.charAt(start))).text
}

function hollow(first: string): string {
  if (first === '"') return '""'
  if (first === '{') return '{}'
  if (first === '[') return '[]'
  if (first === 'n') return 'null'
  return first === 't' || first === 'f' ? 'false' : '0'
}

function replaced(
  text: string,
  root: MaskPlace,
  sight: Sight,
  standIn: (reason: MaskReason, start: number) => string,
): MaskedText {
  if (sight.undeclared && sight.sensitive) return { text, masked: [] }
  const masked: MaskedPlace[] = []
  let shown = ''
  let kept = 0
  walkPlaces(text, root, (value) => {
    const reason = reasonOf(value.place, sight)
    if (reason === null) return true
    const { start } = value
    masked.push({ pointer: value.pointer(), reason })
    shown += text.slice(kept, start) + standIn(reason, start)
    kept = endOfValue(text, start)
    return false
  })
  return { text: kept === 0 ? text : shown + text.slice(kept), masked }
}

function reasonOf({ sensitive, declared }: MaskPlace, sight: Sight): MaskReason | null {
  if (sensitive && !sight.sensitive) return 'sensitive'
  return declared || sight.undeclared ? null : 'not-declared'
}
