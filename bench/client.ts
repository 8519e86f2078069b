import { TOKEN } from './server'

/** The address of `POST /events` and what is measured around it. */
export const API = '/api/v1'

/** Sends a prepared body of events. @throws where any of them was not accepted */
export async function postBody(origin: string, body: string | Buffer, mode?: 'import'): Promise<void> {
  const response = await fetch(`${origin}${API}/events${mode ? `?mode=${mode}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  if (!response.ok) throw new Error(`POST /events: ${response.status} ${await response.text()}`)
  const { results } = (await response.json()) as { results: { status: string }[] }
  const odd = results.find((result) => result.status !== 'accepted')
  if (odd) throw new Error(`Not accepted: ${JSON.stringify(odd)}`)
}

export async function get(origin: string, address: string): Promise<void> {
  const response = await fetch(`${origin}${API}${address}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`GET ${address}: ${response.status} ${body.slice(0, 300)}`)
}

/** Milliseconds of each of `count` runs, one after another. */
export async function times(count: number, work: (i: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const before = performance.now()
    await work(i)
    took.push(performance.now() - before)
  }
  return took
}

/** The value below which `part` of them lie, such as 0.95, to a tenth. */
export function at(took: readonly number[], part: number): string {
  const sorted = [...took].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)
}
