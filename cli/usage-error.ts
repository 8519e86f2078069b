/** The command was called wrongly: its sentence and the usage are printed, exit code 2. */
export class UsageError extends Error {}

/** Exit codes that scripts rely on. */
export const exitCodes = { fine: 0, found: 1, usage: 2, unreachable: 3 } as const
