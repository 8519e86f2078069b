import 'server-only'
import { parseNetwork, type Network } from '@/lib/domain/delivery/network-address'

/**
 * Private networks that messages may go to: `PASTTENSE_WEBHOOK_NETWORKS`, such as `10.2.0.0/16, fd12::/16`. By the
 * environment and not by a setting, so that whoever may use the catalog alone cannot make it ask other machines.
 * @throws Error where it cannot be read
 */
export function allowedNetworks(): Network[] {
  const entries = (process.env.PASTTENSE_WEBHOOK_NETWORKS ?? '')
    .split(',')
    .filter((entry) => entry.trim() !== '')
  return entries.map((entry) => {
    const network = parseNetwork(entry)
    if (!network)
      throw new Error(`PASTTENSE_WEBHOOK_NETWORKS: "${entry.trim()}" is no network like 10.2.0.0/16.`)
    return network
  })
}
