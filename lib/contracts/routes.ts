import type { z } from 'zod'
import { catalogRoutes } from './catalog-routes'
import type { OperationId } from './endpoints'
import { entityRoutes } from './entity-routes'
import { eventRoutes } from './event-routes'
import { flowRoutes } from './flow-routes'
import { identityRoutes } from './identity-routes'
import { installationRoutes } from './installation-routes'
import { peopleRoutes } from './people-routes'
import { proposalRoutes } from './proposal-routes'
import type { RouteContract } from './route-contract'
import { webhookRoutes } from './webhook-routes'

/** Every call of the public API. The OpenAPI document, the route handlers and the browser's client are all made from it. */
export const routes = {
  ...installationRoutes,
  ...catalogRoutes,
  ...entityRoutes,
  ...eventRoutes,
  ...flowRoutes,
  ...proposalRoutes,
  ...peopleRoutes,
  ...identityRoutes,
  ...webhookRoutes,
} as const satisfies Record<OperationId, RouteContract>

type Routes = typeof routes
type Input<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a caller hands over and gets back, by operation id. */
export type CallInput<Id extends OperationId> = (Routes[Id] extends { params: infer P extends z.ZodType }
  ? { params: z.input<P> }
  : unknown) &
  (Routes[Id] extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : unknown) &
  (Routes[Id] extends { body: infer B extends z.ZodType }
    ? Routes[Id] extends { optionalBody: true }
      ? { body?: Input<B> }
      : { body: Input<B> }
    : unknown) &
  (Routes[Id] extends { revisioned: true } ? { revision: number } : unknown)
export type CallOutput<Id extends OperationId> = Routes[Id] extends { response: infer R extends z.ZodType }
  ? z.output<R>
  : Routes[Id] extends { stream: string }
    ? ReadableStream<Uint8Array>
    : undefined
