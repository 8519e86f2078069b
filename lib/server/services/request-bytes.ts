import { problem } from './problem'

/** Reads at most `limit` bytes. @throws Problem `body-too-large` */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    problem('body-too-large', `The body has more than ${limit / 1024 / 1024} MiB. Send it in smaller parts.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (request.body === null) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
}

/** The media type without its parameters, in lower case. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
}
