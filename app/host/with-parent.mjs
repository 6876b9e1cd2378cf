// Preloaded into every process that the start program starts: when that one is gone, killed outright even, so is this.
// Workers of such a process load it too, and have other parents.
if (new URL(import.meta.url).searchParams.get('parent') === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1))
  process.channel?.unref()
}
