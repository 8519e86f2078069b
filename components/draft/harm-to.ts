import type { Change } from '@/lib/contracts/compatibility'
import type { Participant } from '@/lib/contracts/event-type'
import { pointerTokens } from '@/lib/domain/json/pointer'

export interface Harm {
  readonly breaks: boolean
  readonly words: string
}

/**
 * What a consumer of today meets in the events of tomorrow: the changes that break old readers, of these the ones at
 * fields it said it reads. Who named no fields may read all of them.
 */
export function harmTo({ fields }: Pick<Participant, 'fields'>, changes: readonly Change[]): Harm {
  const breaking = changes.filter(({ forward }) => forward === 'breaking')
  const met =
    fields.length === 0 ? breaking : breaking.filter(({ field }) => fields.some((one) => touches(one, field)))
  if (met.length === 0) return { breaks: false, words: '✓ safe' }
  const places = [...new Set(met.map(({ field }) => field || 'the data block'))]
  return { breaks: true, words: `✕ meets a breaking change at ${places.join(', ')}` }
}

/** Whether a change at one field is seen by who reads the other: the same, one inside the other, or all of it. */
function touches(read: string, changed: string): boolean {
  const [one, other] = [plain(read), plain(changed)]
  return other === '' || one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}

/** Fields are declared as dotted paths or as JSON Pointers into the data: `lines[].sku`, `/lines/0/sku`. */
function plain(field: string): string {
  if (!field.startsWith('/')) return field.replaceAll('[]', '')
  return pointerTokens(field)
    .filter((token) => !/^(\d+|\*|-)$/.test(token))
    .join('.')
}

const LIST = new Intl.ListFormat('en')
const NAMED = 4

/** Names of consumers in a sentence: `Fraud engine and Support desk`; of many the first ones. */
export function brokenWords(names: readonly string[]): string {
  const more = names.length - NAMED
  return LIST.format(more > 1 ? [...names.slice(0, NAMED), `${more} other consumers`] : names)
}
