import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Env, type World, worlds } from '@/lib/env'

const question = `Vigil keeps two worlds apart, for good:
  demo  invented files to look around in, on this machine alone
  own   empty, for your organisation's work
Which one? [demo] `

const worldIn = (text: string) => worlds.find((world) => world === text.trim().toLowerCase())

async function ask(): Promise<World> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  lines.on('SIGINT', () => process.exit(130))
  try {
    for (;;) {
      const answer = worldIn((await lines.question(question)) || 'demo')
      if (answer) return answer
    }
  } finally {
    lines.close()
  }
}

/** Set, else chosen before on this data folder, else asked for once, else (nobody to ask) the demo. */
export async function chooseWorld(env: Env): Promise<World> {
  if (env.world) return env.world
  const file = join(env.dataDir, 'world')
  const remembered = existsSync(file) ? worldIn(readFileSync(file, 'utf8')) : undefined
  if (remembered) return remembered
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'demo'
  const chosen = await ask()
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 })
  writeFileSync(file, `${chosen}\n`, { mode: 0o600 })
  return chosen
}
