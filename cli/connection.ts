import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'
import { UsageError } from './usage-error'

/**
 * Which server the command line talks to, and with which token: `--url` and `PASTTENSE_TOKEN`, else what `npm start`
 * of this checkout uses. The token that it wrote is for this machine: no other one is shown it.
 * @throws UsageError where the address is none
 */
export function connection(url: string | undefined): ApiOptions {
  const address = url ?? process.env.PASTTENSE_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`
  if (!/^https?:$/.test(protocolOf(address)))
    throw new UsageError(`"${address}" is no address of a server: it starts with http:// or https://.`)
  const origin = address.replace(/\/+$/, '')
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(origin).hostname)
  return { origin, token: process.env.PASTTENSE_TOKEN ?? (isHere ? readTokenFile() : undefined) }
}

function readTokenFile(): string | undefined {
  const folder = process.env.PASTTENSE_DATA ?? join(import.meta.dirname, '../.pasttense')
  try {
    return readFileSync(join(folder, 'token'), 'utf8').trim()
  } catch {
    return undefined
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : ''
}
