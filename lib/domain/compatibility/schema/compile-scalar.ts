import { anyType, bit, type Node } from '../algebra/node'
import { fromNumber } from '../algebra/rational'
import type { Algebra } from '../algebra/algebra'
import type { Frame } from './frame'

/** Keywords about any value, numbers and strings. */
export function compileScalar(frame: Frame): Node[] {
  const { algebra } = frame
  const nodes: Node[] = []
  const type = frame.get('type')
  if (type !== undefined)
    nodes.push(algebra.or(...[type].flat().map((name) => typeNode(algebra, String(name)))))
  if (Array.isArray(frame.get('enum'))) nodes.push(algebra.values(frame.list('enum')))
  const constant = frame.get('const')
  if (constant !== undefined && frame.isAtLeast('draft-06')) nodes.push(algebra.values([constant]))
  return [...nodes, ...numberNodes(frame), ...stringNodes(frame)]
}

const masks: Record<string, number> = {
  null: bit.null,
  boolean: bit.false | bit.true,
  number: bit.number,
  string: bit.string,
  array: bit.array,
  object: bit.object,
}

function typeNode(algebra: Algebra, name: string): Node {
  if (name === 'integer') return algebra.and(algebra.type(bit.number), algebra.multiple(fromNumber(1)))
  return algebra.type(masks[name] ?? anyType)
}

function numberNodes(frame: Frame): Node[] {
  const { algebra } = frame
  const nodes: Node[] = []
  const [minimum, maximum, multiple] = ['minimum', 'maximum', 'multipleOf'].map((keyword) =>
    frame.number(keyword),
  )
  // In draft-04 the exclusive keywords are switches for the inclusive ones.
  if (minimum !== undefined)
    nodes.push(algebra.minimum(fromNumber(minimum), frame.get('exclusiveMinimum') === true))
  if (maximum !== undefined)
    nodes.push(algebra.maximum(fromNumber(maximum), frame.get('exclusiveMaximum') === true))
  if (multiple !== undefined && multiple > 0) nodes.push(algebra.multiple(fromNumber(multiple)))
  const [above, below] = [frame.number('exclusiveMinimum'), frame.number('exclusiveMaximum')]
  if (above !== undefined) nodes.push(algebra.minimum(fromNumber(above), true))
  if (below !== undefined) nodes.push(algebra.maximum(fromNumber(below), true))
  return nodes
}

function stringNodes(frame: Frame): Node[] {
  const { algebra } = frame
  const [shortest, longest, pattern] = [
    frame.number('minLength'),
    frame.number('maxLength'),
    frame.get('pattern'),
  ]
  const nodes: Node[] = []
  if (shortest !== undefined) nodes.push(algebra.minLength(shortest))
  if (longest !== undefined) nodes.push(algebra.maxLength(longest))
  if (typeof pattern === 'string') nodes.push(algebra.pattern(pattern))
  return nodes
}
