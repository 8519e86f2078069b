import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'app/**/{page,layout,route,error,not-found,global-error,loading,default,icon,apple-icon,manifest,robots}.{ts,tsx}',
    'proxy.ts',
    'instrumentation.ts',
    'scripts/*.mjs',
    'cli/{main,simulate}.ts',
    'bench/*.ts',
    'e2e/**/*.{test,spec,setup}.ts',
    'lib/server/boot/*.ts',
    '**/*.test.{ts,tsx}',
  ],
  project: ['**/*.{ts,tsx,mjs}'],
  ignore: ['lib/server/database/generated/**'],
  ignoreDependencies: [
    // Named in globals.css, which knip does not read.
    'tailwindcss',
  ],
}

export default config
