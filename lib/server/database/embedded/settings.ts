/**
 * How the server runs, for a machine of 2 cores and 2 GB or more. Given at each start and written nowhere, so that a
 * newer Pasttense needs to edit no file.
 */
export function serverSettings(port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // A socket's path may have 107 bytes and a checkout may lie deeper.
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '60',
    // One lock for each partition and index that a statement touches.
    max_locks_per_transaction: '256',
    max_wal_size: '2GB',
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
