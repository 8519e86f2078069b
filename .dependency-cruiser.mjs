/**
 * Which way imports run (ARCHITECTURE.md). Each rule names who must not import whom; `npm run check` holds it, and a
 * test plants a violation, since a cruise over no modules would pass too.
 */
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})
const feature = (one) => `^components/${one}/`

/** Features may import only what stands to their left in these chains, and what is shared. */
const features = [
  'catalog',
  'people',
  'findings',
  'event-type',
  'schema',
  'versions',
  'draft',
  'proposal',
  'chain',
  'explore',
  'flow',
  'entity',
  'quarantine',
  'settings',
  'sign-in',
  'account',
]
const mayImport = {
  versions: ['schema'],
  'event-type': ['schema', 'versions', 'people', 'flow', 'findings'],
  draft: ['schema', 'versions', 'findings'],
  proposal: ['draft', 'schema', 'versions', 'findings'],
  chain: ['schema', 'explore', 'flow'],
  people: ['catalog'],
  catalog: [],
  explore: [],
  entity: ['flow'],
  account: ['sign-in'],
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    never(
      'domain-is-pure',
      'The domain imports only itself',
      '^lib/domain/(?!.*\\.test\\.ts$)',
      '^(app|components|cli|e2e|prisma|scripts|bench)/|^lib/(?!domain/)',
    ),
    {
      name: 'domain-knows-no-framework',
      comment: 'No React, Next, Prisma, zod or node in the domain: it runs in server, browser and worker',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^node_modules/(react|next|@prisma|zod|pg|@tanstack)|^(node:)?(fs|path|crypto|os|child_process|http|net|url)$',
      },
    },
    never(
      'contracts-import-the-domain-only',
      '',
      '^lib/contracts/',
      '^(app|components|cli)/|^lib/(client|server)/',
    ),
    never('client-never-imports-the-server', '', '^lib/client/', '^(app|components|cli)/|^lib/server/'),
    never('components-never-import-the-server', '', '^components/', '^(app|cli|prisma)/|^lib/server/'),
    {
      name: 'browser-carries-no-zod',
      comment: 'The browser takes types from contracts, not validators',
      severity: 'error',
      from: { path: '^(components|lib/client)/' },
      to: { path: '^lib/contracts/(?!endpoints|problems)', dependencyTypesNot: ['type-only'] },
    },
    never(
      'stores-never-import-services',
      '',
      '^lib/server/stores/(?!.*\\.test\\.ts$)',
      '^lib/server/(services|http|boot)/|^(app|components|cli)/',
    ),
    never(
      'services-never-import-http',
      '',
      '^lib/server/(services|ingest)/(?!.*\\.test\\.ts$)',
      '^lib/server/(http|boot)/|^(app|components|cli)/',
    ),
    never('a-route-never-touches-a-store', '', '^app/', '^lib/server/(stores|database|ingest)/'),
    {
      name: 'only-stores-know-the-database',
      severity: 'error',
      from: {
        path: '^(app|components|cli|lib/(client|contracts|domain))/|^lib/server/(services|http)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^node_modules/(pg|@prisma)/|^lib/server/database/generated' },
    },
    never('ui-knows-no-feature', '', '^components/ui/', '^components/(?!ui/)'),
    never('event-is-shared-and-knows-no-feature', '', '^components/event/', '^components/(?!ui/|event/)'),
    ...features.map((one) =>
      never(
        `${one}-imports-leftwards`,
        '',
        feature(one),
        `^components/(${features.filter((other) => other !== one && !(mayImport[one] ?? []).includes(other)).join('|')})/`,
      ),
    ),
    never(
      'cli-goes-through-client-or-domain',
      '',
      '^cli/(?!.*\\.test\\.ts$)',
      '^(app|components)/|^lib/server/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|lib/server/database/generated)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
