import { inDevelopment } from './lib/env'

/** Before the first request: whatever the libraries print goes through our filter. */
export async function register(): Promise<void> {
  if (inDevelopment) return
  const { readyToServe } = await import('./app/ready-to-serve')
  readyToServe()
}
