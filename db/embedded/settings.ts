/** Walls: nobody from the network, and nothing of what a statement said in the log. */
const walls = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
}

/** For one machine with two cores and a few hundred connections a second. */
const pace = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_compression: 'on',
  max_wal_size: '2GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  update_process_title: 'off',
  timezone: 'UTC',
}

const thrownAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export const settingsOf = (socketDir: string, throwAway: boolean): string[] =>
  Object.entries({ ...walls, ...pace, ...(throwAway && thrownAway), unix_socket_directories: socketDir }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  )

/** Only the socket, and only with a password. */
export const hostRules = '# Written by Vigil.\nlocal all all scram-sha-256\n'
