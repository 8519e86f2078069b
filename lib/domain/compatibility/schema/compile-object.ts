import { bit, type Node } from '../algebra/node'
import type { Frame } from './frame'

export function compileObject(frame: Frame): Node[] {
  const { algebra } = frame
  const nodes = [...properties(frame), ...dependent(frame)]
  for (const name of frame.list('required')) if (typeof name === 'string') nodes.push(frame.has(name))
  const [fewest, most] = [frame.number('minProperties'), frame.number('maxProperties')]
  if (fewest !== undefined) nodes.push(algebra.minProperties(fewest))
  if (most !== undefined) nodes.push(algebra.maxProperties(most))
  if (frame.get('propertyNames') !== undefined && frame.isAtLeast('draft-06')) {
    const names = frame.property('name', undefined, 'propertyNames')
    nodes.push(frame.each(algebra.not(names), algebra.never))
  }
  return nodes
}

function properties(frame: Frame): Node[] {
  const { algebra } = frame
  const [named, patterns] = [frame.entries('properties'), frame.entries('patternProperties')]
  const nodes = named.map(([name]) =>
    frame.each(algebra.word(name), frame.property('property', name, 'properties', name)),
  )
  for (const [source] of patterns) {
    const schema = frame.property('pattern', source, 'patternProperties', source)
    nodes.push(frame.each(algebra.pattern(source), schema))
  }
  if (frame.get('additionalProperties') !== undefined) {
    const schema = frame.property('additional', undefined, 'additionalProperties')
    nodes.push(frame.each(namesBeyond(frame, named, patterns), schema))
  }
  return nodes
}

type Entries = readonly (readonly [string, unknown])[]

/** The names that neither are listed nor match a listed pattern. */
export function namesBeyond(frame: Frame, named: Entries, patterns: Entries): Node {
  const { algebra } = frame
  return algebra.and(
    algebra.strings(
      named.map(([name]) => name),
      true,
    ),
    ...patterns.map(([source]) => algebra.pattern(source, true)),
  )
}

function dependent(frame: Frame): Node[] {
  const isNew = frame.isAtLeast('2019-09')
  const keywords = isNew ? ['dependentRequired', 'dependentSchemas'] : ['dependencies']
  return keywords.flatMap((keyword) =>
    frame.entries(keyword).map(([name, value]) => {
      const then = Array.isArray(value)
        ? frame.algebra.and(...value.map((other) => frame.has(String(other))))
        : frame.same(keyword, name)
      return frame.algebra.or(withoutProperty(frame, name), then)
    }),
  )
}

/** No object, or an object without the property. */
export function withoutProperty(frame: Frame, name: string): Node {
  const { algebra } = frame
  return algebra.or(algebra.not(algebra.type(bit.object)), algebra.not(frame.has(name)))
}
