// Stands in for the package 'server-only' where no bundler draws the line: node itself (tsconfig.node.json) and the
// tests (vitest.config.ts) are on the server by definition.
export {}
