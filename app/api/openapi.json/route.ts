import { openApiDocument } from '@/lib/contracts/openapi'
import packageFile from '@/package.json' with { type: 'json' }

export function GET(): Response {
  return Response.json(openApiDocument(packageFile.version))
}
