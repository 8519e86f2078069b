import type { Node } from '../algebra/node'
import type { Frame } from './frame'

const keywords = ['allOf', 'anyOf', 'oneOf', 'not', 'if']

/** Keywords that combine schemas for the same value. */
export function compileCombined(frame: Frame): Node[] {
  const { algebra } = frame
  if (!keywords.some((keyword) => frame.get(keyword) !== undefined)) return []
  const all = (keyword: string): Node[] => frame.list(keyword).map((_, index) => frame.same(keyword, index))
  const nodes: Node[] = all('allOf')
  if (frame.get('anyOf') !== undefined) nodes.push(algebra.or(...all('anyOf')))
  if (frame.get('oneOf') !== undefined) nodes.push(algebra.exactlyOne(all('oneOf')))
  if (frame.get('not') !== undefined) nodes.push(algebra.not(frame.same('not')))
  if (frame.get('if') !== undefined && frame.isAtLeast('draft-07')) nodes.push(conditional(frame))
  return nodes
}

function conditional(frame: Frame): Node {
  const { algebra } = frame
  const condition = frame.same('if')
  const [then, otherwise] = ['then', 'else'].map((keyword) =>
    frame.get(keyword) === undefined ? algebra.always : frame.same(keyword),
  ) as [Node, Node]
  return algebra.and(algebra.or(algebra.not(condition), then), algebra.or(condition, otherwise))
}
