import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints'
import { openApiDocument } from './openapi'

const root = join(import.meta.dirname, '../..')
const folder = 'app/api/v1'

/** `GET /event-types/{name} getEventType` of every handler that a route file exports. */
function handlers(): string[] {
  return listRouteFiles().flatMap((file) => {
    const path = file.slice(folder.length, -'/route.ts'.length).replace(/\[(\w+)\]/g, '{$1}')
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = route\(\s*'(\w+)'/g)].map(
      ([, method, id]) => `${method} ${path} ${id}`,
    )
  })
}

function listRouteFiles(): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `${folder}/${file}`)
}

const contracted = Object.entries(endpoints).map(([id, [method, path]]) => `${method} ${path} ${id}`)

describe('the API', () => {
  it('has a handler for every call of the contract, and none besides', () => {
    expect(handlers().sort()).toEqual([...contracted].sort())
  })

  it('is described by the document, call for call', () => {
    const document = openApiDocument('1.0.0') as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`,
      ),
    )
    expect(described.sort()).toEqual([...contracted].sort())
  })

  it('names every parameter of a path', () => {
    const document = openApiDocument('1.0.0') as {
      paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>
    }
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      for (const operation of Object.values(methods)) {
        expect(
          operation.parameters
            .filter((parameter) => parameter.in === 'path')
            .map((parameter) => parameter.name),
        ).toEqual(named)
      }
    }
  })

  it('refers to nothing that is not in it, and defines nothing it does not refer to', () => {
    const text = JSON.stringify(openApiDocument('1.0.0'))
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
    const referred = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference))
    expect([...referred].sort()).toEqual(
      Object.keys(components.schemas)
        .map((name) => `#/components/schemas/${name}`)
        .sort(),
    )
    expect(text).not.toContain('$defs')
  })

  it('names every status a publication may answer with', () => {
    const { paths } = openApiDocument('1.0.0') as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    for (const path of ['/event-types/{name}/versions', '/proposals/{id}/publish'])
      expect(Object.keys(paths[path]!.post!.responses)).toEqual(expect.arrayContaining(['200', '201', '202']))
  })
})
