import type { Node } from '../algebra/node'
import type { Frame } from './frame'

export function compileArray(frame: Frame): Node[] {
  const { algebra } = frame
  const nodes = [...positions(frame)]
  const [shortest, longest] = [frame.number('minItems'), frame.number('maxItems')]
  if (shortest !== undefined) nodes.push(algebra.minItems(shortest))
  if (longest !== undefined) nodes.push(algebra.maxItems(longest))
  if (frame.get('uniqueItems') === true) nodes.push(algebra.unique())
  if (frame.get('contains') !== undefined && frame.isAtLeast('draft-06')) nodes.push(...contained(frame))
  return nodes
}

/** How many positions a schema gives a schema of their own, and the keywords that say so. */
export function prefix(frame: Frame): { count: number; keyword: string; rest: string | undefined } {
  const isNewest = frame.isAtLeast('2020-12')
  const keyword = isNewest ? 'prefixItems' : 'items'
  const positional = frame.get(keyword)
  const rest = isNewest || !Array.isArray(positional) ? 'items' : 'additionalItems'
  const count = Array.isArray(positional) ? positional.length : 0
  return { count, keyword, rest: frame.get(rest) === undefined ? undefined : rest }
}

function positions(frame: Frame): Node[] {
  const { algebra } = frame
  const { count, keyword, rest } = prefix(frame)
  const nodes: Node[] = []
  for (let index = 0; index < count; index += 1)
    nodes.push(algebra.item(index, frame.element(index, keyword, index)))
  if (rest !== undefined) nodes.push(algebra.items(count, frame.element(undefined, rest)))
  return nodes
}

function contained(frame: Frame): Node[] {
  const { algebra } = frame
  const schema = frame.element(undefined, 'contains')
  const hasBounds = frame.isAtLeast('2019-09')
  const least = hasBounds ? (frame.number('minContains') ?? 1) : 1
  const most = hasBounds ? frame.number('maxContains') : undefined
  const nodes = [algebra.atLeast(0, schema, least)]
  if (most !== undefined) nodes.push(algebra.atMost(0, schema, most))
  return nodes
}
