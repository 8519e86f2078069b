const MB = 1024 * 1024

/** What a machine has, in bytes: memory in all, and room on the disk of the data folder. */
export interface Machine {
  readonly memory: number
  readonly freeDisk: number
}

/**
 * How the server runs, for a machine of 2 cores and 2 GB or more. Given at each start and written nowhere, so that a
 * newer Pasttense needs to edit no file.
 */
export function serverSettings(port: number, { memory, freeDisk }: Machine): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // A socket's path may have 107 bytes and a checkout may lie deeper.
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    // Ids are random, so each event touches pages of its own: where they do not fit, every one is read and written anew.
    shared_buffers: megabytes(memory / 8, 256, 4096),
    effective_cache_size: megabytes(memory / 2, 1024, 64 * 1024),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '60',
    // One lock for each partition and index that a statement touches.
    max_locks_per_transaction: '256',
    // After a checkpoint, every page is written to the log whole when it is first touched. At 12 million events and 2 GB
    // that was nine tenths of the log. It is filled only by a long load, and is read again after a crash.
    max_wal_size: megabytes(freeDisk / 8, 2048, 8192),
    checkpoint_timeout: '15min',
    // The only method that every build has, pglz, took 0.25 ms a page and saved nothing: what is indexed is mostly random.
    wal_compression: 'off',
    random_page_cost: '1.1',
    // Our statements are short: compiling them costs more than it gives.
    jit: 'off',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }
}

function megabytes(bytes: number, least: number, most: number): string {
  return `${Math.round(Math.min(Math.max(bytes / MB, least), most))}MB`
}
