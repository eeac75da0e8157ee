import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Native modules and drivers stay outside the bundle: they load from node_modules at run time.
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'undici', 'pino', 'graphile-worker'],
};

export default config;
