import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiOptions } from '@/lib/client/api'

/**
 * Which server the command line talks to, and with which token: `--url` and `PASTTENSE_TOKEN`, else what `npm start`
 * of this checkout uses.
 */
export function connection(url: string | undefined): ApiOptions {
  const origin = (
    url ??
    process.env.PASTTENSE_URL ??
    `http://127.0.0.1:${process.env.PORT ?? '3000'}`
  ).replace(/\/+$/, '')
  return { origin, token: process.env.PASTTENSE_TOKEN ?? readTokenFile() }
}

function readTokenFile(): string | undefined {
  const folder = process.env.PASTTENSE_DATA ?? join(import.meta.dirname, '../.pasttense')
  try {
    return readFileSync(join(folder, 'token'), 'utf8').trim()
  } catch {
    return undefined
  }
}
