import type { Told } from './tell'

/**
 * A chain of six events: two levels, three equal siblings, and one whose clock lags behind.
 * @param name what its ids begin with. Its own for each process that tells it: the same ids at another moment conflict.
 */
export function basket(name: string): Told[] {
  const id = (n: number) => `${name}-${n}`
  return [
    { id: id(1), type: 'BasketPlaced' },
    { id: id(2), type: 'BasketPaid', parent: id(1), after: 2 },
    ...[3, 4, 5].map((n) => ({ id: id(n), type: 'ItemPicked', parent: id(1), after: n })),
    { id: id(6), type: 'ItemScanned', parent: id(2), after: -10 },
  ]
}
