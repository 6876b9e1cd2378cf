const oldest = [20, 9]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(`Vigil: Node ${oldest.join('.')} or newer is needed, this is ${process.versions.node}.\n`)
  process.exit(1)
}
try {
  const { register } = await import('tsx/esm/api')
  register()
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  process.stderr.write('Vigil: its packages are not installed; `npm start` installs them.\n')
  process.exit(1)
}
const { inWords } = await import('./in-words.ts')
const { serve } = await import('./serve.ts')
await inWords(() => serve({ isDev: process.argv.includes('--dev') }))
