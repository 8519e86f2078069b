/**
 * Where to go after signing in: a page of ours, whatever somebody wrote into a link. Everything that a browser could
 * take for another site (`//evil`, `/\evil`, `javascript:`) leads to the start.
 */
export function returnAddress(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}\p{Cs}]/u.test(wanted)) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, here)
  // Dots may leave two slashes at the beginning: `/.//evil`.
  if (origin !== here || pathname.startsWith('//') || /^\/(sign-in|api)(\/|$)/.test(pathname)) return '/'
  return pathname + search + hash
}
