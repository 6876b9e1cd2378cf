import { expect, test } from 'vitest'
import { databaseUrl } from '@/lib/database-url'
import { checkWorld, childVariables, readEnv, readServerEnv } from '@/lib/env'

test('with nothing set, Vigil serves loopback on port 3000 with its data beside it', () => {
  const env = readEnv({})
  expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', world: undefined, database: undefined })
  expect(env.dataDir.endsWith('/.data')).toBe(true)
})

test('a variable set to nothing counts as not set', () => {
  expect(readEnv({ PORT: '', VIGIL_WORLD: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, world: undefined })
})

test('what cannot be read is told by its name, never by its value', () => {
  const wrong = {
    PORT: '70000x',
    VIGIL_WORLD: 'somewhere',
    HOST: 'a b',
    NEXTAUTH_URL: 'ftp://x.example',
    DATABASE_URL: 'postgres//secret',
  }
  for (const [name, value] of Object.entries(wrong)) {
    const told = () => readEnv({ [name]: value })
    expect(told).toThrow(name)
    expect(told).not.toThrow(value)
  }
})

test('the demo world takes no host but loopback and no database of its own', () => {
  expect(() => checkWorld(readEnv({ HOST: '0.0.0.0' }), 'demo')).toThrow('HOST')
  expect(() => checkWorld(readEnv({ DATABASE_URL: 'postgres://o:p@db.example/vigil' }), 'demo')).toThrow('DATABASE_URL')
  expect(() => checkWorld(readEnv({ HOST: '0.0.0.0' }), 'own')).not.toThrow()
  for (const host of ['localhost', '127.0.0.1', '::1'])
    expect(() => checkWorld(readEnv({ HOST: host }), 'demo')).not.toThrow()
})

test('a key folder inside the data folder is refused, one beside it is not', () => {
  const check = (keys: string) => checkWorld(readEnv({ VIGIL_DATA: '/srv/vigil', VIGIL_KEYS: keys }), 'own')
  for (const keys of ['/srv/vigil', '/srv/vigil/keys', '/srv/other/../vigil/a/b'])
    expect(() => check(keys)).toThrow('VIGIL_KEYS')
  for (const keys of ['/srv/vigil-keys', '/srv/keys', '/srv']) expect(() => check(keys)).not.toThrow()
})

test('an address of a database is read whole, and a server elsewhere is reached by TLS unless it says otherwise', () => {
  const url = 'postgresql://own%40er:p%2Fw@db.example:5433/vigil'
  const far = { host: 'db.example', port: 5433, database: 'vigil', username: 'own@er', password: 'p/w', prepare: true }
  expect(databaseUrl(url)).toEqual({ ...far, ssl: true })
  expect(databaseUrl(`${url}?sslmode=disable&prepare=false`)).toEqual({ ...far, ssl: false, prepare: false })
  expect(databaseUrl('postgres://o:p@127.0.0.1/v')).toMatchObject({ port: 5432, ssl: false })
  expect(databaseUrl('postgres://o:p@/v?host=/run/postgresql')).toMatchObject({
    host: '/run/postgresql',
    ssl: false,
  })
  for (const text of ['mysql://o:p@h/v', 'postgres://h/v', 'postgres://o:p@h/', 'vigil'])
    expect(databaseUrl(text)).toBeUndefined()
})

test('a child process gets the listed variables and nothing else', () => {
  const given = {
    PATH: '/bin',
    HOME: '/home/x',
    DATABASE_URL: 'postgres://o:p@h/v',
    AWS_SECRET_ACCESS_KEY: 'x',
    NODE_OPTIONS: '-r x',
  }
  expect(childVariables(given)).toEqual({ PATH: '/bin', HOME: '/home/x', NEXT_TELEMETRY_DISABLED: '1' })
})

test('mail goes by an address that can be read, from somebody, and never out of the demo world', () => {
  const from = { VIGIL_MAIL_FROM: 'vigil@house.example' }
  expect(readEnv({}).mail).toBeUndefined()
  expect(readEnv({ VIGIL_SMTP: 'smtps://me%40x:p%2Fw@mail.example', ...from }).mail).toMatchObject({
    from: 'vigil@house.example',
    smtp: { host: 'mail.example', port: 465, secure: true, requireTLS: false, auth: { user: 'me@x', pass: 'p/w' } },
  })
  const far = readEnv({ VIGIL_SMTP: 'smtp://mail.example:2525/', ...from }).mail
  expect(far?.smtp).toEqual({ host: 'mail.example', port: 2525, secure: false, requireTLS: true, auth: undefined })
  expect(readEnv({ VIGIL_SMTP: 'smtp://127.0.0.1', ...from }).mail?.smtp).toMatchObject({
    port: 587,
    requireTLS: false,
  })
  for (const url of ['mail.example', 'http://mail.example', 'smtp://', 'smtp://me@mail.example', 'smtp://m/x?pool=1']) {
    const told = () => readEnv({ VIGIL_SMTP: url, ...from })
    expect(told).toThrow(/^VIGIL_SMTP must look like/)
    expect(told).not.toThrow(`like ${url}`)
  }
  expect(() => readEnv({ VIGIL_SMTP: 'smtp://mail.example' })).toThrow(/^VIGIL_MAIL_FROM must be/)
  expect(() => readEnv({ VIGIL_MAIL_FROM: 'nobody' })).toThrow(/^VIGIL_MAIL_FROM must be/)
  expect(() => checkWorld(readEnv({ VIGIL_SMTP: 'smtp://mail.example', ...from }), 'demo')).toThrow('VIGIL_SMTP')
})

test('a process that is handed too little says what is missing', () => {
  expect(() => readServerEnv({})).toThrow(/VIGIL_WORLD.*VIGIL_DB_HOST is missing/)
})
