import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

process.env.NEXT_TELEMETRY_DISABLED = '1'

/** Endings of its own: Next looks for proxy.ts and instrumentation.ts in the folders above too, and would find the house's. */
const config: NextConfig = {
  pageExtensions: ['floor.tsx', 'floor.ts'],
  poweredByHeader: false,
  compress: true,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  serverExternalPackages: ['postgres'],
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
}

export default config
