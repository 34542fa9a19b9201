/** Who may import whom. Every rule is an error; `npm run layers` runs them. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const shared = 'kernel|ledger|platform';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'domain-is-pure',
      { path: '^src/([^/]+)/domain/', pathNot: '\\.spec\\.ts$|/given-' },
      { pathNot: '^src/($1/domain|kernel|playbook/domain)/' },
    ),
    rule(
      'kernel-imports-nothing',
      { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^src/kernel/' },
    ),
    rule(
      'ledger-and-platform-know-no-feature',
      { path: '^src/(ledger|platform)/' },
      { path: '^src/', pathNot: `^src/(${shared})/` },
    ),
    rule('platform-knows-no-ledger', { path: '^src/platform/' }, { path: '^src/ledger/' }),
    rule(
      'graphql-stays-off-storage',
      { path: '^src/[^/]+/graphql/', pathNot: '^src/platform/' },
      { path: '^src/ledger/|node_modules/(typeorm|pg)/' },
    ),
    rule(
      'views-know-only-events',
      { path: '^src/([^/]+)/views/', pathNot: '\\.spec\\.ts$' },
      {
        path: '^src/$1/',
        pathNot:
          '^src/$1/(views/|domain/(events|choices|incident|organization|wording|[a-z-]+/(events|choices))\\.ts$)',
      },
    ),
    rule(
      'features-meet-at-the-door',
      { path: '^src/([^/]+)/', pathNot: `^src/(${shared}|cli)/` },
      {
        path: '^src/[^/]+/',
        pathNot: `^src/($1|${shared})/|^src/[^/]+/[^/]+\\.(module|service)\\.ts$|^src/[^/]+/domain/events\\.ts$|^src/playbook/domain/`,
      },
    ),
    rule('no-circular', {}, { circular: true }),
    rule('no-orphans', { orphan: true, path: '^src/', pathNot: '\\.spec\\.ts$|\\.d\\.ts$' }, {}),
    rule('not-to-unresolvable', {}, { couldNotResolve: true }),
    rule(
      'not-to-dev-dependency',
      { path: '^src', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['npm-dev'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
