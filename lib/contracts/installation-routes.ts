import { healthSchema } from './health'
import { retentionQuerySchema, retentionSchema } from './retention'
import { idParams, type RouteContracts } from './route-contract'
import { searchAnswerSchema, searchQuerySchema } from './search'
import { settingsPatchSchema, settingsSchema } from './settings'
import { taskBodySchema, taskPageSchema, taskSchema } from './task'

/** The installation as a whole: its health, search, settings and long work. */
export const installationRoutes = {
  getHealth: { summary: 'Whether the server and its database answer', response: healthSchema, problems: [] },
  search: {
    summary: 'Find anything: event types, fields, owners, services, domains, events, traces, business keys',
    query: searchQuerySchema,
    response: searchAnswerSchema,
    problems: [],
  },
  getSettings: { summary: 'Settings of this installation', response: settingsSchema, problems: [] },
  updateSettings: {
    summary: 'Change settings',
    body: settingsPatchSchema,
    response: settingsSchema,
    problems: ['owner-not-found'],
  },
  getRetention: {
    summary: 'What would be dropped if events were kept for some days only',
    query: retentionQuerySchema,
    response: retentionSchema,
    problems: [],
  },
  listTasks: {
    summary: 'Long work: running, and ended within the last hour',
    response: taskPageSchema,
    problems: [],
  },
  putTask: {
    summary: 'Report progress of long work',
    params: idParams,
    body: taskBodySchema,
    response: taskSchema,
    problems: [],
  },
} as const satisfies RouteContracts
