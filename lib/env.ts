import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { type Connection, isLoopback, databaseUrl } from './database-url'
import { smtpUrl } from './smtp-url'
import { StartFailure } from './start-failure'

export const worlds = ['demo', 'own'] as const
export type World = (typeof worlds)[number]

export const loginRoles = [
  'vigil_owner',
  'vigil_app',
  'vigil_sequencer',
  'vigil_clock',
  'vigil_notifier',
  'vigil_matcher',
] as const
export type LoginRole = (typeof loginRoles)[number]

type Variables = Record<string, string | undefined>

const port = z.coerce.number().int().min(1).max(65535)
const host = z.string().regex(/^[\w.:-]{1,253}$/)
const world = z.enum(worlds)
const webAddress = z.url({ protocol: /^https?$/ })
const word = z.string().min(1).max(128)
const sender = z.string().regex(/^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/)

const Settings = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  VIGIL_WORLD: world.optional(),
  VIGIL_DATA: z.string().default('.data'),
  VIGIL_KEYS: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  VIGIL_DEMO_PASSWORD: word.optional(),
  VIGIL_SMTP: z.string().optional(),
  VIGIL_MAIL_FROM: sender.optional(),
  NEXTAUTH_URL: webAddress.optional(),
  XDG_CONFIG_HOME: z.string().optional(),
  HOME: z.string().optional(),
})

const ServerSettings = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  NODE_ENV: z.string().optional(),
  VIGIL_WORLD: world,
  VIGIL_KEYS: z.string().optional(),
  VIGIL_DB_PLACE: z.enum(['embedded', 'server']).default('server'),
  VIGIL_DB_HOST: z.string(),
  VIGIL_DB_PORT: port,
  VIGIL_DB_NAME: z.string(),
  VIGIL_DB_TLS: z.enum(['on', 'off']).default('off'),
  VIGIL_DB_PREPARE: z.enum(['on', 'off']).default('on'),
  VIGIL_OWNER_NAME: z.string().default('vigil_owner'),
  VIGIL_OWNER_PASSWORD: z.string().optional(),
  VIGIL_APP_PASSWORD: z.string().optional(),
  VIGIL_SEQUENCER_PASSWORD: z.string().optional(),
  VIGIL_CLOCK_PASSWORD: z.string().optional(),
  VIGIL_NOTIFIER_PASSWORD: z.string().optional(),
  VIGIL_MATCHER_PASSWORD: z.string().optional(),
  VIGIL_MAIL: z.enum(['on', 'off']).default('off'),
  VIGIL_MAIL_KEY: z.string().optional(),
  VIGIL_SMTP: z.string().optional(),
  VIGIL_MAIL_FROM: sender.optional(),
  VIGIL_DEMO_PASSWORD: word.optional(),
  NEXTAUTH_URL: webAddress.optional(),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
})

const passwordNames = {
  vigil_owner: 'VIGIL_OWNER_PASSWORD',
  vigil_app: 'VIGIL_APP_PASSWORD',
  vigil_sequencer: 'VIGIL_SEQUENCER_PASSWORD',
  vigil_clock: 'VIGIL_CLOCK_PASSWORD',
  vigil_notifier: 'VIGIL_NOTIFIER_PASSWORD',
  vigil_matcher: 'VIGIL_MATCHER_PASSWORD',
} as const satisfies Record<LoginRole, string>

const rules: Record<string, string> = {
  PORT: 'must be a whole number from 1 to 65535',
  HOST: 'must be an address or the name of a host',
  VIGIL_WORLD: 'must be demo or own',
  VIGIL_DEMO_PASSWORD: 'must have 1 to 128 characters',
  DATABASE_URL: 'must look like postgres://user:password@host:5432/database',
  VIGIL_SMTP: 'must look like smtps://user:password@host:465 or smtp://user:password@host:587',
  VIGIL_MAIL_FROM: 'must be the e-mail address that reminders come from, where VIGIL_SMTP is set',
  NEXTAUTH_URL: 'must be an address that begins with http:// or https://',
  NEXTAUTH_SECRET: 'must have at least 32 characters',
}

const refusal = (names: PropertyKey[]) =>
  new StartFailure(
    [...new Set(names.map(String))]
      .map((name) => `${name} ${rules[name] ?? 'is missing or cannot be read'}`)
      .join('; '),
  )

function parse<Shape extends z.ZodType>(shape: Shape, source: Variables): z.infer<Shape> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw refusal(parsed.error.issues.flatMap((issue) => issue.path.slice(0, 1)))
  return parsed.data
}

type Mail = { VIGIL_SMTP?: string | undefined; VIGIL_MAIL_FROM?: string | undefined }

/** Where reminders are handed in, if anywhere, and whom they come from. */
function mailOf({ VIGIL_SMTP: url, VIGIL_MAIL_FROM: from }: Mail) {
  if (url === undefined) return undefined
  const smtp = smtpUrl(url)
  if (!smtp) throw refusal(['VIGIL_SMTP'])
  if (from === undefined) throw refusal(['VIGIL_MAIL_FROM'])
  return { smtp, from, url }
}

export type Env = ReturnType<typeof readEnv>

/** What whoever starts Vigil has set. Paths come back absolute. Throws a StartFailure that lists names, never values. */
export function readEnv(source: Variables = process.env) {
  const given = parse(Settings, source)
  const database = given.DATABASE_URL === undefined ? undefined : databaseUrl(given.DATABASE_URL)
  if (given.DATABASE_URL !== undefined && !database) throw refusal(['DATABASE_URL'])
  const configHome = given.XDG_CONFIG_HOME ?? (given.HOME && join(given.HOME, '.config'))
  return {
    port: given.PORT,
    host: given.HOST,
    world: given.VIGIL_WORLD,
    dataDir: resolve(given.VIGIL_DATA),
    keysDir: given.VIGIL_KEYS && resolve(given.VIGIL_KEYS),
    configHome,
    database,
    demoPassword: given.VIGIL_DEMO_PASSWORD,
    mail: mailOf(given),
    nextAuthUrl: given.NEXTAUTH_URL,
  }
}

export const isInside = (path: string, folder: string) => {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** The rules that hang on the world, which may be chosen only after the environment was read. */
export function checkWorld(env: Env, chosen: World) {
  if (chosen === 'demo' && env.database)
    throw new StartFailure('The demo world keeps its own database: take DATABASE_URL away, or set VIGIL_WORLD=own.')
  if (chosen === 'demo' && !isLoopback(env.host))
    throw new StartFailure('The demo world serves this machine alone: HOST must be 127.0.0.1, or set VIGIL_WORLD=own.')
  if (chosen === 'demo' && env.mail)
    throw new StartFailure('The demo world writes to nobody: take VIGIL_SMTP away, or set VIGIL_WORLD=own.')
  if (env.keysDir && isInside(env.keysDir, env.dataDir))
    throw new StartFailure('The key folder lies inside the data folder: set VIGIL_KEYS to a folder outside VIGIL_DATA.')
}

export type ServerEnv = ReturnType<typeof readServerEnv>

/** What the start program hands to the processes it starts: the server, the worker, the migration. */
export function readServerEnv(source: Variables = process.env) {
  const given = parse(ServerSettings, source)
  return {
    port: given.PORT,
    host: given.HOST,
    production: given.NODE_ENV === 'production',
    world: given.VIGIL_WORLD,
    keysDir: given.VIGIL_KEYS,
    isEmbedded: given.VIGIL_DB_PLACE === 'embedded',
    database: {
      host: given.VIGIL_DB_HOST,
      port: given.VIGIL_DB_PORT,
      database: given.VIGIL_DB_NAME,
      ssl: given.VIGIL_DB_TLS === 'on',
      prepare: given.VIGIL_DB_PREPARE === 'on',
    },
    ownerName: given.VIGIL_OWNER_NAME,
    passwords: {
      vigil_owner: given.VIGIL_OWNER_PASSWORD,
      vigil_app: given.VIGIL_APP_PASSWORD,
      vigil_sequencer: given.VIGIL_SEQUENCER_PASSWORD,
      vigil_clock: given.VIGIL_CLOCK_PASSWORD,
      vigil_notifier: given.VIGIL_NOTIFIER_PASSWORD,
      vigil_matcher: given.VIGIL_MATCHER_PASSWORD,
    },
    sendsMail: given.VIGIL_MAIL === 'on',
    mail: mailOf(given),
    mailKey: given.VIGIL_MAIL_KEY,
    demoPassword: given.VIGIL_DEMO_PASSWORD,
    nextAuthUrl: given.NEXTAUTH_URL,
    nextAuthSecret: given.NEXTAUTH_SECRET,
  }
}

/** The variables by which `readServerEnv` finds the database; the names of who connects go by the two below. */
export const databaseVariables = (to: Connection): Record<string, string> => ({
  VIGIL_DB_HOST: to.host,
  VIGIL_DB_PORT: String(to.port),
  VIGIL_DB_NAME: to.database,
  VIGIL_DB_TLS: to.ssl ? 'on' : 'off',
  VIGIL_DB_PREPARE: to.prepare ? 'on' : 'off',
})

export const ownerVariables = (owner: Connection) => ({
  VIGIL_OWNER_NAME: owner.username,
  [passwordNames.vigil_owner]: owner.password,
})

export const passwordVariable = (role: LoginRole, password: string) => ({ [passwordNames[role]]: password })

const passedOn = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_EXTRA_CA_CERTS']

/** The only variables a child process gets unasked (walls.md §2). */
export const childVariables = (source: Variables = process.env): Record<string, string> =>
  passedOn.reduce<Record<string, string>>(
    (kept, name) => (source[name] === undefined ? kept : { ...kept, [name]: source[name] }),
    { NEXT_TELEMETRY_DISABLED: '1' },
  )

/** Next decides whether to report home from this variable, once its configuration has been read. */
export function switchTelemetryOff() {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

/** Set by Next when it builds: what `next dev` alone needs may stand behind it. */
export const inDevelopment = process.env.NODE_ENV === 'development'
