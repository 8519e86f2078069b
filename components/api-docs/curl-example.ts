import { generateSample } from '@/lib/domain/schema/sample/generate-sample'
import type { Json } from '@/lib/domain/json/json'

interface ExampleCall {
  readonly method: string
  readonly path: string
  readonly parameters: readonly { name: string; in: string; required: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> }
}

/**
 * The call as one types it into a shell: its required parameters by name, a sample for its body.
 * @param components the document's components, which the body's schema refers to
 */
export function curlExample(call: ExampleCall, components: Json): string {
  const required = call.parameters.filter((parameter) => parameter.required)
  const query = required.filter((parameter) => parameter.in === 'query')
  const address = call.path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())
  const search = query.map(({ name }) => `${name}=${name.toUpperCase()}`).join('&')
  const lines = [
    `curl -X ${call.method} "$PASTTENSE/api/v1${address}${search === '' ? '' : `?${search}`}"`,
    '-H "Authorization: Bearer $PASTTENSE_TOKEN"',
  ]
  if (required.some(({ name }) => name === 'If-Match')) lines.push(`-H 'If-Match: "1"'`)
  const [type, body] = Object.entries(call.requestBody?.content ?? {})[0] ?? []
  if (type !== undefined) {
    lines.push(`-H 'Content-Type: ${type}'`)
    lines.push(
      body?.schema === undefined
        ? '--data-binary @FILE'
        : `--data '${sampleText(body.schema as Json, components)}'`,
    )
  }
  return lines.join(' \\\n  ')
}

/** An apostrophe would end the shell's quotation. */
function sampleText(schema: Json, components: Json): string {
  const whole = typeof schema === 'object' && !Array.isArray(schema) ? { ...schema, components } : schema
  return JSON.stringify(generateSample(whole)).replaceAll("'", "'\\''")
}
