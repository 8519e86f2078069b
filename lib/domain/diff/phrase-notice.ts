import { isObject, own, type Json } from '@/lib/domain/json/json'
import type { Notice } from './change'

/** One sentence for the person who may break. */
export function phraseNotice(notice: Notice): string {
  const field = notice.field === '' ? 'The data block' : `\`${notice.field}\``
  const [before, after] = [valueWords(notice.before), valueWords(notice.after)]
  switch (notice.kind) {
    case 'field-added':
      return `${field} is new and optional: consumers may count on it only after looking.`
    case 'required-field-added':
      return `${field} is new and required: events written before it came do not carry it.`
    case 'field-removed':
      return isObject(notice.before) && own(notice.before, 'required') === true
        ? `Consumers that count on ${field} will not find it any more.`
        : `Consumers that look for ${field}, which was optional, will not find it any more.`
    case 'field-renamed':
      return `${before} is likely called ${field} now: consumers will look for the old name in vain.`
    case 'field-moved':
      return `${before} has likely moved to ${field}: consumers will look for it at the old place in vain.`
    case 'required-added':
      return `${field} is required now: events that left it out are refused.`
    case 'required-removed':
      return `Consumers that count on ${field} will meet events without it.`
    case 'type-changed':
      return `${field} was ${before} and is ${after} now: consumers that read the one will fail on the other.`
    case 'type-widened':
      return `Consumers will meet values in ${field} of a type they did not have to expect${wasIs(notice)}.`
    case 'type-narrowed':
      return `${field} takes fewer types of values now${wasIs(notice)}: events with the others are refused.`
    case 'enum-added':
      return `${field} is limited to certain values now (${after}): events with others are refused.`
    case 'enum-removed':
      return `${field} is no longer limited to ${before}: consumers that switch over it will meet other values.`
    case 'enum-value-added':
      return `Consumers that switch over ${field} will meet ${after}.`
    case 'enum-value-removed':
      return `Events with ${before} in ${field} are refused; consumers need not handle it in new events.`
    case 'constant-changed':
      return `${field} was always ${before} and is always ${after} now: consumers that check it will refuse the other.`
    case 'bound-tightened':
      return `${field} is held to tighter bounds${fromTo(notice)}: events beyond them are refused.`
    case 'bound-loosened':
      return `Consumers will meet values in ${field} beyond the bounds they knew${fromTo(notice)}.`
    case 'pattern-added':
      return `${field} has to match ${after} now: events that do not are refused.`
    case 'pattern-removed':
      return `${field} no longer has to match ${before}: consumers that rely on its form will meet others.`
    case 'pattern-changed':
      return `${field} has to match ${after} instead of ${before}.`
    case 'other-fields-forbidden':
      return `${field} takes no fields beyond the declared ones any more: events with others are refused.`
    case 'other-fields-allowed':
      return `${field} may carry fields that are not declared: consumers that refuse unknown fields will fail.`
    case 'other-fields-changed':
      return `What fields beyond the declared ones may hold in ${field} has changed.`
    case 'field-pattern-added':
      return `Fields of ${field} whose names match ${after} have a schema now.`
    case 'field-pattern-removed':
      return `Fields of ${field} whose names match ${before} have no schema any more.`
    case 'items-changed':
      return `The items of ${field} have another schema now.`
    case 'variant-added':
      return `Consumers of ${field} will meet a form they do not know (${after}).`
    case 'variant-removed':
      return `${field} no longer comes in the form ${before}: events that have it are refused.`
    case 'condition-changed':
      return `A condition on ${field} (${after}) has changed.`
    case 'reference-changed':
      return `${field} refers to another schema outside this one: ${after} instead of ${before}.`
    case 'draft-changed':
      return `The schema is written in another draft of JSON Schema: ${after} instead of ${before}.`
    case 'format-changed':
      return `${field} is said to be ${after || 'of no format'} instead of ${before || 'of no format'}: the same text may mean something else.`
    case 'unit-changed':
      return `The unit of ${field} is ${after || 'not said'} instead of ${before || 'not said'}: the same number means something else.`
    case 'default-changed':
      return `Where ${field} is left out it means ${after || 'nothing in particular'} instead of ${before || 'nothing in particular'}.`
    case 'title-changed':
      return `${field} has another title.`
    case 'description-changed':
      return `${field} is described in other words.`
    case 'examples-changed':
      return `${field} has other examples.`
    case 'deprecated':
      return `${field} is deprecated: consumers should stop relying on it.`
    case 'deprecation-removed':
      return `${field} is not deprecated any more.`
    case 'mark-changed':
      return `${field} is marked otherwise: ${after} instead of ${before}.`
  }
}

const SHOWN = 80

function valueWords(value: Json | undefined): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return shortened(value.map((each) => valueWords(each)).join(', '))
  if (isObject(value)) return shortened(boundWords(value))
  return `\`${shortened(typeof value === 'string' ? value : JSON.stringify(value))}\``
}

function boundWords(value: { [key: string]: Json }): string {
  const entries = Object.entries(value)
  if (entries.length === 0) return 'none'
  return entries.map(([keyword, bound]) => `${keyword} ${JSON.stringify(bound)}`).join(', ')
}

function fromTo({ before, after }: Notice): string {
  return before === undefined || after === undefined
    ? ''
    : ` (${valueWords(before)} became ${valueWords(after)})`
}

function wasIs({ before, after }: Notice): string {
  return before === undefined || after === undefined
    ? ''
    : ` (${valueWords(before)} became ${valueWords(after)})`
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
