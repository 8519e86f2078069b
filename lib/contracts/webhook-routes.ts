import { pageQuerySchema } from './pages'
import { idParams, type RouteContracts } from './route-contract'
import {
  deliveryPageSchema,
  deliveryParams,
  deliverySchema,
  madeWebhookSchema,
  secretRenewalSchema,
  newWebhookSchema,
  webhookPageSchema,
  webhookPatchSchema,
  webhookSchema,
} from './webhook'

/** News sent to other servers, signed as https://www.standardwebhooks.com has it. */
export const webhookRoutes = {
  listWebhooks: { summary: 'Servers that news are sent to', response: webhookPageSchema, problems: [] },
  createWebhook: {
    summary: 'Send news to a server; the secret that signs them is shown this once',
    body: newWebhookSchema,
    status: 201,
    response: madeWebhookSchema,
    problems: [],
  },
  updateWebhook: {
    summary: 'Change what a webhook hears, or switch it on or off',
    params: idParams,
    body: webhookPatchSchema,
    response: webhookSchema,
    problems: ['webhook-not-found'],
  },
  removeWebhook: {
    summary: 'Send nothing more, and forget what was sent',
    params: idParams,
    problems: ['webhook-not-found'],
  },
  renewWebhookSecret: {
    summary: 'Sign with a new secret from now on',
    params: idParams,
    status: 201,
    body: secretRenewalSchema,
    optionalBody: true,
    response: madeWebhookSchema,
    problems: ['webhook-not-found'],
  },
  testWebhook: {
    summary: 'Send a message that says it is a test',
    params: idParams,
    status: 202,
    response: deliverySchema,
    problems: ['webhook-not-found'],
  },
  listDeliveries: {
    summary: 'What was sent to a webhook in the last 30 days and what it answered, newest first',
    params: idParams,
    query: pageQuerySchema,
    response: deliveryPageSchema,
    problems: ['webhook-not-found', 'invalid-cursor'],
  },
  retryDelivery: {
    summary: 'Send a message again',
    params: deliveryParams,
    status: 202,
    response: deliverySchema,
    problems: ['delivery-not-found', 'delivery-under-way'],
  },
} as const satisfies RouteContracts
