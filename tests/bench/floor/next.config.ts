import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

process.env.NEXT_TELEMETRY_DISABLED = '1'

const config: NextConfig = {
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
