import type { Json } from '@/lib/domain/json/json'
import { enumeratedOf } from './type-words'
import { schemasUnder, valuesOf, type MergedNode } from './merged-node'

/** Values of an enumeration beyond these are counted only. */
const SHOWN_VALUES = 12

/** What narrows the values at a place, one phrase each, in the order a person asks: values, size, form, rest. */
export function constraintWords(node: MergedNode): string[] {
  const words: string[] = []
  const values = enumeratedOf(node)
  if (values && values.length > 1) words.push(`one of ${listed(values)}`)
  words.push(...numberWords(node))
  words.push(...countWords(node, 'minLength', 'maxLength', 'character'))
  words.push(...countWords(node, 'minItems', 'maxItems', 'item'))
  words.push(...countWords(node, 'minProperties', 'maxProperties', 'field'))
  for (const pattern of textsOf(node, 'pattern')) words.push(`matches ${pattern}`)
  if (valuesOf(node, 'uniqueItems').includes(true)) words.push('no item twice')
  if (valuesOf(node, 'additionalProperties').includes(false)) words.push('no other fields')
  if (valuesOf(node, 'unevaluatedProperties').includes(false)) words.push('no other fields')
  for (const encoding of textsOf(node, 'contentEncoding')) words.push(`encoded as ${encoding}`)
  for (const type of textsOf(node, 'contentMediaType')) words.push(`holds ${type}`)
  if (schemasUnder(node, 'contains').length > 0) words.push('must contain a certain item')
  if (schemasUnder(node, 'not').length > 0) words.push('must not be of a certain form')
  if (schemasUnder(node, 'propertyNames').length > 0) words.push('names of fields are restricted')
  return [...new Set(words)]
}

function numberWords(node: MergedNode): string[] {
  const words: string[] = []
  for (const { schema } of node.parts) {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
    if (typeof minimum === 'number')
      words.push(`${exclusiveMinimum === true ? 'more than' : 'at least'} ${minimum}`)
    if (typeof exclusiveMinimum === 'number') words.push(`more than ${exclusiveMinimum}`)
    if (typeof maximum === 'number')
      words.push(`${exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}`)
    if (typeof exclusiveMaximum === 'number') words.push(`less than ${exclusiveMaximum}`)
    if (typeof multipleOf === 'number') words.push(`a multiple of ${multipleOf}`)
  }
  return words
}

function countWords(node: MergedNode, lower: string, upper: string, noun: string): string[] {
  const lowest = Math.max(0, ...numbers(valuesOf(node, lower)))
  const highest = Math.min(Infinity, ...numbers(valuesOf(node, upper)))
  const things = (count: number) => `${count} ${noun}${count === 1 ? '' : 's'}`
  if (lowest === 0 && highest === Infinity) return []
  if (lowest === highest) return [`exactly ${things(lowest)}`]
  if (highest === Infinity) return [`at least ${things(lowest)}`]
  return lowest === 0 ? [`at most ${things(highest)}`] : [`${lowest} to ${things(highest)}`]
}

function numbers(values: readonly Json[]): number[] {
  return values.filter((value) => typeof value === 'number')
}

function listed(values: readonly Json[]): string {
  const shown = values
    .slice(0, SHOWN_VALUES)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return `${shown.join(', ')}${values.length > SHOWN_VALUES ? ` and ${values.length - SHOWN_VALUES} more` : ''}`
}

function textsOf(node: MergedNode, keyword: string): string[] {
  return valuesOf(node, keyword).filter((value) => typeof value === 'string')
}
