import { flowsQuerySchema, flowsSchema, flowStepQuerySchema, flowStepSchema, recountSchema } from './flow'
import { eventIdParams, type RouteContracts } from './route-contract'
import { incidentsSchema } from './stop'
import { chainVariantSchema, variantsQuerySchema, variantsSchema } from './variant'

/** What usually follows what, and where it stops. */
export const flowRoutes = {
  getFlows: {
    summary: 'Event types and the measured edges between them',
    query: flowsQuerySchema,
    response: flowsSchema,
    problems: [],
  },
  getFlowStep: {
    summary: 'One measured edge: delay histogram, course over time, versions and services',
    query: flowStepQuerySchema,
    response: flowStepSchema,
    problems: [],
  },
  listVariants: {
    summary: 'Chains of the last 30 days by shape, most frequent first',
    query: variantsQuerySchema,
    response: variantsSchema,
    problems: [],
  },
  getChainVariant: {
    summary: 'How rare the shape of a chain is, beside the nearest usual one, step by step',
    params: eventIdParams,
    response: chainVariantSchema,
    problems: ['event-not-found'],
  },
  listIncidents: {
    summary: 'Where more chains than usual stop, one incident an item',
    response: incidentsSchema,
    problems: [],
  },
  recountFlows: {
    summary: 'Count flows anew from the stored events and put right what differs',
    response: recountSchema,
    problems: [],
  },
} as const satisfies RouteContracts
