import { literalType, type Node } from '../algebra/node'

/** What sets say about a type as a whole, each worked out once: sets share parts, and a walk through them all may not end. */
export class TypeTable {
  private readonly known = new Map<number, boolean | undefined>()

  /** True or false for every value of the type; undefined: it depends on the value. */
  holds(node: Node, type: number): boolean | undefined {
    switch (node.kind) {
      case 'true':
        return true
      case 'false':
        return false
      case 'type':
        return (node.mask & type) !== 0
      case 'and':
      case 'or': {
        // Types are bits up to 64.
        const key = node.id * 128 + type
        if (!this.known.has(key)) this.known.set(key, this.combined(node, type))
        return this.known.get(key)
      }
      case 'ref':
      case 'opaque':
        return undefined
      default:
        return literalType(node) === type ? undefined : true
    }
  }

  private combined(node: Node & { kind: 'and' | 'or' }, type: number): boolean | undefined {
    const decisive = node.kind === 'or'
    let result: boolean | undefined = !decisive
    for (const part of node.parts) {
      const holds = this.holds(part, type)
      if (holds === decisive) return decisive
      if (holds === undefined) result = undefined
    }
    return result
  }
}
