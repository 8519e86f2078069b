import { anyType, bit, type Node } from '../algebra/node'
import { fromNumber } from '../algebra/rational'
import type { Algebra } from '../algebra/algebra'
import type { Frame } from './frame'

/** Keywords about any value, numbers and strings. */
export function compileScalar(frame: Frame): Node[] {
  const { algebra } = frame
  const nodes: Node[] = []
  const type = frame.get('type')
  if (Array.isArray(type)) nodes.push(algebra.or(...type.map((name) => typeNode(algebra, String(name)))))
  else if (type !== undefined) nodes.push(typeNode(algebra, String(type)))
  if (Array.isArray(frame.get('enum'))) nodes.push(algebra.values(frame.list('enum')))
  const constant = frame.get('const')
  if (constant !== undefined && frame.isAtLeast('draft-06')) nodes.push(algebra.values([constant]))
  addNumberNodes(frame, nodes)
  addStringNodes(frame, nodes)
  return nodes
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

function addNumberNodes(frame: Frame, nodes: Node[]): void {
  const { algebra } = frame
  const [minimum, maximum] = [frame.number('minimum'), frame.number('maximum')]
  const multiple = frame.number('multipleOf')
  // In draft-04 the exclusive keywords are switches for the inclusive ones.
  if (minimum !== undefined)
    nodes.push(algebra.minimum(fromNumber(minimum), frame.get('exclusiveMinimum') === true))
  if (maximum !== undefined)
    nodes.push(algebra.maximum(fromNumber(maximum), frame.get('exclusiveMaximum') === true))
  if (multiple !== undefined && multiple > 0) nodes.push(algebra.multiple(fromNumber(multiple)))
  const [above, below] = [frame.number('exclusiveMinimum'), frame.number('exclusiveMaximum')]
  if (above !== undefined) nodes.push(algebra.minimum(fromNumber(above), true))
  if (below !== undefined) nodes.push(algebra.maximum(fromNumber(below), true))
}

function addStringNodes(frame: Frame, nodes: Node[]): void {
  const { algebra } = frame
  const [shortest, longest] = [frame.number('minLength'), frame.number('maxLength')]
  const pattern = frame.get('pattern')
  if (shortest !== undefined) nodes.push(algebra.minLength(shortest))
  if (longest !== undefined) nodes.push(algebra.maxLength(longest))
  if (typeof pattern === 'string') nodes.push(algebra.pattern(pattern))
}
