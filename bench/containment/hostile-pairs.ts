import { counted } from './hostile/counted'
import { cyclic } from './hostile/cyclic'
import { deep } from './hostile/deep'
import { exponential } from './hostile/exponential'
import { large } from './hostile/large'
import type { HostilePair } from './hostile/make'
import { named } from './hostile/named'
import { patterned } from './hostile/patterned'

/** Deep, cyclic, exponential, with patterns that others choke on, large, with huge counts, and with names that are traps. */
export const hostilePairs: readonly HostilePair[] = [
  ...deep,
  ...cyclic,
  ...exponential,
  ...patterned,
  ...large,
  ...counted,
  ...named,
]
