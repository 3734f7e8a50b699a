// Who may import whom. Run through `npm run check`, which also asserts that files were really read.
const test = '\\.test\\.tsx?$'
const electronShell = '^(main/shells/electron|preload)/'
const rule = (name, from, to) => ({ name, severity: 'error', from, to })
const main = (from, ...mayImport) => [
  { path: `^main/${from}/`, pathNot: test },
  { path: '^main/', pathNot: `^main/(${[from, ...mayImport].join('|')})/` },
]
module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('electron-only-in-its-shell', { pathNot: electronShell }, { path: '(^|node_modules/)electron(/|$)' }),
    rule('pure-core-has-no-node', { path: '^main/(contract|domain)/', pathNot: test }, { dependencyTypes: ['core'] }),
    rule('contract', ...main('contract')),
    rule('domain', ...main('domain', 'contract')),
    rule('ports', ...main('ports', 'domain', 'contract')),
    rule('services', ...main('services', 'ports', 'domain', 'contract')),
    rule('channels', ...main('channels', 'ports', 'domain', 'contract')),
    rule('storage', ...main('storage', 'ports', 'domain', 'contract')),
    rule('ai', ...main('ai', 'system', 'ports', 'domain', 'contract')),
    rule('importers', ...main('importers', 'system', 'ports', 'domain', 'contract')),
    rule('exporters', ...main('exporters', 'ports', 'domain', 'contract')),
    rule('gateway', ...main('gateway', 'ports', 'domain', 'contract')),
    rule('system', ...main('system', 'ports', 'domain', 'contract')),
    rule('rpc', ...main('rpc', 'services', 'domain', 'contract')),
    rule(
      'a-channel-knows-no-other',
      { path: '^main/channels/[^/]+\\.ts$', pathNot: ['^main/channels/registry\\.ts$', test] },
      { path: '^main/channels/[^/]+\\.ts$' },
    ),
    rule(
      'a-shell-knows-no-other',
      { path: '^main/shells/([^/]+)/' },
      { path: '^main/shells/[^/]+/', pathNot: '^main/shells/$1/' },
    ),
    rule(
      'shells-go-through-app',
      { path: '^main/shells/', pathNot: test },
      { path: '^main/(services|channels|storage|ai|importers|exporters|gateway|rpc)/' },
    ),
    rule(
      'only-shells-import-app',
      { path: '^main/', pathNot: ['^main/shells/', test] },
      { path: '^main/(app\\.ts$|shells/)' },
    ),
    rule(
      'only-app-is-made-of-its-parts',
      { path: '^main/', pathNot: ['^main/app(\\.ts$|/)', test] },
      { path: '^main/app/' },
    ),
    rule('fakes-only-in-tests', { pathNot: [test, '^main/testing/'] }, { path: '^main/testing/' }),
    rule(
      'renderer-sees-contract-and-domain',
      { path: '^renderer/' },
      { path: '^(main|preload)/', pathNot: '^main/(contract|domain)/' },
    ),
    rule('renderer-has-no-node', { path: '^renderer/', pathNot: test }, { dependencyTypes: ['core'] }),
    rule(
      'features-are-islands',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'ui-and-lib-are-leaves',
      { path: '^renderer/(ui|lib)/' },
      { path: '^renderer/', pathNot: '^renderer/(ui|lib)/' },
    ),
    rule('only-app-imports-app', { path: '^renderer/(features|ui|lib|rpc|i18n)/' }, { path: '^renderer/app/' }),
    rule(
      'orpc-stays-at-the-edges',
      { path: '^(main|renderer)/', pathNot: '^(main/(contract|rpc|shells|ai)|renderer/rpc)/' },
      { path: '(^|node_modules/)@orpc/' },
    ),
    rule('preload-stands-alone', { path: '^preload/' }, { path: '^(main|renderer)/' }),
    rule(
      'e2e-drives-from-outside',
      { path: '^e2e/' },
      { path: '^(main|renderer|preload)/', pathNot: '^main/contract/' },
    ),
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no compiler API yet; without this line zero files are read and the check passes
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
