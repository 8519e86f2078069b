import { expect, test } from 'vitest'
import { serverSettings } from './settings'

const GB = 1024 ** 3

test.each([
  { memory: 2, freeDisk: 1, shared_buffers: '256MB', effective_cache_size: '1024MB', max_wal_size: '2048MB' },
  {
    memory: 8,
    freeDisk: 40,
    shared_buffers: '1024MB',
    effective_cache_size: '4096MB',
    max_wal_size: '5120MB',
  },
  {
    memory: 64,
    freeDisk: 900,
    shared_buffers: '4096MB',
    effective_cache_size: '32768MB',
    max_wal_size: '8192MB',
  },
])(
  'a machine of $memory GB with $freeDisk GB of disk to spare gets its share',
  ({ memory, freeDisk, ...expected }) => {
    expect(serverSettings(5432, { memory: memory * GB, freeDisk: freeDisk * GB })).toMatchObject(expected)
  },
)
