import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { switchTelemetryOff } from './lib/env'

switchTelemetryOff()

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  logging: { incomingRequests: { ignore: [/\/join\//] }, serverFunctions: false, browserToTerminal: false },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'pg-boss'],
  images: { unoptimized: true },
  skipProxyUrlNormalize: true,
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
}

export default config
