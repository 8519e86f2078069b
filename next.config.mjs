/**
 * In JavaScript: a configuration in TypeScript makes each start load a compiler, which stays in memory.
 * @type {import('next').NextConfig}
 */
const config = {
  reactStrictMode: true,
  // The address that `npm run dev` prints: without it the pages do not come to life there.
  allowedDevOrigins: ['127.0.0.1'],
  // Several servers of one checkout (tests beside a running one) must not share a build folder.
  distDir: process.env.PASTTENSE_DIST ?? '.next',
  poweredByHeader: false,
  typedRoutes: false,
  // A type error is found by `npm run check`; the build a new user waits for need not look twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'ajv', 'ajv-draft-04', 're2js'],
}

export default config
