/** `longer than 10 MiB`. @param bytes whole MiB */
export function longerThan(bytes: number): string {
  return `longer than ${bytes / 1024 / 1024} MiB`
}
