import 'server-only'
import type { Chain } from '@/lib/contracts/chain'
import { readChainIds, readChainRows, readComponent } from '@/lib/server/stores/chain-store'
import { authorize, type Actor } from './actor'
import { eventNotFound } from './event-not-found'
import { getChain } from './get-chain'

/**
 * The chain of an event where it has at most `most` events, else null: found out without reading and building the rest,
 * for a page that would not carry a larger one. @throws Problem `event-not-found`
 */
export async function getSmallChain(
  actor: Actor,
  { event_id, most }: { event_id: string; most: number },
): Promise<Chain | null> {
  authorize(actor, 'read')
  const chainId = (await readChainIds([event_id])).get(event_id)
  if (chainId === undefined) throw eventNotFound(event_id)
  const rows = await readChainRows(await readComponent([chainId]), most + 1)
  if (rows.length > most) return null
  const chain = await getChain(actor, { event_id })
  // What a trace id joins comes on top.
  return chain.members.length > most ? null : chain
}
