/** What is sent back, before it is a Response or goes to a socket. */
export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Record<string, string>
  readonly body: string | ReadableStream<Uint8Array> | null
}

export function toResponse({ body, ...init }: Answer): Response {
  return new Response(body, init)
}
