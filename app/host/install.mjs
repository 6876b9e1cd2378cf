import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const stamp = join(root, 'node_modules', '.vigil-installed')

/** What was installed from which lock, for which kind of machine; npm removes it with the folder before it begins. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}${process.arch}`).digest('hex')
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    return error.code === 'ENOENT' && folder !== dirname(folder) && isWritable(dirname(folder))
  }
}

/** What npm needs of the surroundings; the install scripts of packages see nothing else, no DATABASE_URL above all. */
const surroundings = /^(path|home|lang|tz|tmpdir|npm_config_.*|https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_.*)$/i

function install() {
  const cache = isWritable(join(homedir(), '.npm')) ? undefined : mkdtempSync(join(tmpdir(), 'vigil-npm-'))
  const kept = Object.entries(process.env).filter(([name]) => surroundings.test(name))
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const done = spawnSync('npm', [...args, ...(cache ? ['--cache', cache] : [])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (cache) rmSync(cache, { recursive: true, force: true })
  return done.status === 0
}

const lock = wanted()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8').trim() !== lock) {
  process.stdout.write('Installing the packages of package-lock.json …\n')
  if (!isWritable(join(root, 'node_modules'))) {
    process.stderr.write(`Vigil: ${root} cannot be written by this user, so its packages cannot be installed.\n`)
    process.exit(1)
  }
  if (!install()) {
    process.stderr.write('Vigil: its packages could not be installed; npm says why above.\n')
    process.exit(1)
  }
  writeFileSync(stamp, `${lock}\n`)
}
