import { z } from 'zod'
import { identifierSchema } from './identifiers'
import { pageQuerySchema } from './pages'
import {
  domainPageSchema,
  domainPatchSchema,
  domainSchema,
  newDomainSchema,
  newOwnerSchema,
  newServiceSchema,
  ownerPageSchema,
  ownerPatchSchema,
  ownerSchema,
  servicePageSchema,
  servicePatchSchema,
  serviceDetailSchema,
  serviceSchema,
} from './people'
import type { RouteContracts } from './route-contract'

const slug = z.object({ slug: identifierSchema })

/** Owners, services and domains. */
export const peopleRoutes = {
  listOwners: { summary: 'Owners', query: pageQuerySchema, response: ownerPageSchema, problems: [] },
  createOwner: {
    summary: 'Add an owner',
    body: newOwnerSchema,
    status: 201,
    response: ownerSchema,
    problems: ['already-exists', 'domain-not-found'],
  },
  getOwner: { summary: 'One owner', params: slug, response: ownerSchema, problems: ['owner-not-found'] },
  updateOwner: {
    summary: 'Describe an owner',
    params: slug,
    body: ownerPatchSchema,
    response: ownerSchema,
    problems: ['owner-not-found', 'domain-not-found'],
  },
  listServices: { summary: 'Services', query: pageQuerySchema, response: servicePageSchema, problems: [] },
  createService: {
    summary: 'Add a service',
    body: newServiceSchema,
    status: 201,
    response: serviceSchema,
    problems: ['already-exists', 'owner-not-found', 'domain-not-found'],
  },
  getService: {
    summary: 'One service, with what it produces and consumes',
    params: slug,
    response: serviceDetailSchema,
    problems: ['service-not-found'],
  },
  updateService: {
    summary: 'Describe a service',
    params: slug,
    body: servicePatchSchema,
    response: serviceDetailSchema,
    problems: ['service-not-found', 'owner-not-found', 'domain-not-found'],
  },
  listDomains: { summary: 'Domains', query: pageQuerySchema, response: domainPageSchema, problems: [] },
  createDomain: {
    summary: 'Add a domain',
    body: newDomainSchema,
    status: 201,
    response: domainSchema,
    problems: ['already-exists'],
  },
  getDomain: { summary: 'One domain', params: slug, response: domainSchema, problems: ['domain-not-found'] },
  updateDomain: {
    summary: 'Describe a domain',
    params: slug,
    body: domainPatchSchema,
    response: domainSchema,
    problems: ['domain-not-found'],
  },
} as const satisfies RouteContracts
