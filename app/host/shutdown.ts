type Stop = () => unknown

/** What was started is stopped in reverse order, once, on a signal or when a part of it ends by itself. */
export class Shutdown {
  private readonly stops: Stop[] = []
  private isEnding = false

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.end(0))
  }

  add(stop: Stop) {
    this.stops.unshift(stop)
  }

  get hasBegun() {
    return this.isEnding
  }

  async run() {
    this.isEnding = true
    for (const stop of this.stops.splice(0)) await stop()
  }

  async end(code: number) {
    if (this.isEnding) return
    await this.run()
    process.exit(code)
  }
}
