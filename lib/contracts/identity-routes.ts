import { accountPatchSchema, accountSchema, sessionParams } from './account'
import { auditPageSchema, auditQuerySchema } from './audit'
import { pageQuerySchema } from './pages'
import {
  invitationSchema,
  meSchema,
  newPersonSchema,
  personPageSchema,
  personPatchSchema,
  personSchema,
  signInOptionsSchema,
} from './person'
import { idParams, type RouteContracts } from './route-contract'
import { madeTokenSchema, newTokenSchema, tokenPageSchema } from './token'

/** Who one is: people, their roles, tokens, and who did what. */
export const identityRoutes = {
  getMe: { summary: 'Who asks, and what they are', response: meSchema, problems: [] },
  getSignIn: {
    summary: 'Which ways of signing in there are now',
    response: signInOptionsSchema,
    problems: [],
  },
  getAccount: {
    summary: 'How you sign in, where you are signed in, and what you are mailed',
    response: accountSchema,
    problems: ['person-not-found'],
  },
  updateAccount: {
    summary: 'Say what you want to be mailed',
    body: accountPatchSchema,
    response: accountSchema,
    problems: ['person-not-found'],
  },
  endOtherSessions: { summary: 'Sign out everywhere but here', problems: [] },
  endSession: {
    summary: 'Sign out of one browser',
    params: sessionParams,
    problems: ['session-not-found'],
  },
  listPeople: {
    summary: 'People who may sign in',
    query: pageQuerySchema,
    response: personPageSchema,
    problems: ['invalid-cursor'],
  },
  createPerson: {
    summary: 'Add a person who may sign in',
    body: newPersonSchema,
    status: 201,
    response: personSchema,
    problems: ['already-exists', 'owner-not-found'],
  },
  updatePerson: {
    summary: 'Give somebody a role and memberships, or let them sign in no more',
    params: idParams,
    body: personPatchSchema,
    response: personSchema,
    problems: ['person-not-found', 'owner-not-found', 'last-administrator'],
  },
  invitePerson: {
    summary: 'Make a link with which somebody chooses a password',
    params: idParams,
    status: 201,
    response: invitationSchema,
    problems: ['person-not-found'],
  },
  listAudit: {
    summary: 'Who did what to versions, rights, tokens and settings, newest first',
    query: auditQuerySchema,
    response: auditPageSchema,
    problems: ['invalid-cursor'],
  },
  listTokens: {
    summary: 'Your tokens, newest first; everybody’s for an administrator',
    response: tokenPageSchema,
    problems: [],
  },
  createToken: {
    summary: 'Make a token for programs; its secret is shown this once',
    body: newTokenSchema,
    status: 201,
    response: madeTokenSchema,
    problems: ['service-not-found'],
  },
  revokeToken: { summary: 'Revoke a token', params: idParams, problems: ['token-not-found'] },
} as const satisfies RouteContracts
