import { describe, expect, it } from 'vitest'
import { curlExample } from './curl-example'

const components = { schemas: { Identifier: { type: 'string', examples: ["Otto's"] } } }
const inPath = (name: string) => ({ name, in: 'path', required: true })

describe('curlExample', () => {
  it('names what an address needs, and nothing else', () => {
    const parameters = [
      inPath('name'),
      { name: 'from', in: 'query', required: true },
      { name: 'policy', in: 'query', required: false },
    ]
    expect(curlExample({ method: 'GET', path: '/event-types/{name}/diff', parameters }, components)).toBe(
      'curl -X GET "$PASTTENSE/api/v1/event-types/NAME/diff?from=FROM" \\\n  -H "Authorization: Bearer $PASTTENSE_TOKEN"',
    )
  })

  it('carries a sample of the body, quoted for the shell, and the revision where one is needed', () => {
    const schema = {
      type: 'object',
      properties: { name: { $ref: '#/components/schemas/Identifier' } },
      required: ['name'],
    }
    const text = curlExample(
      {
        method: 'PATCH',
        path: '/proposals/{id}',
        parameters: [inPath('id'), { name: 'If-Match', in: 'header', required: true }],
        requestBody: { content: { 'application/json': { schema } } },
      },
      components,
    )
    expect(text).toContain(`-H 'If-Match: "1"'`)
    expect(text).toContain(`--data '{"name":"Otto'\\''s"}'`)
  })

  it('reads a body of raw events from a file', () => {
    const requestBody = { content: { 'application/x-ndjson': {} } }
    expect(
      curlExample({ method: 'POST', path: '/events', parameters: [], requestBody }, components),
    ).toContain('--data-binary @FILE')
  })
})
