import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { crewWorker } from './crew/worker/build.ts';

/** Where `npm run dev` finds a running server; the built pages always ask the server they came from. */
const server = process.env['API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  // No hook into development tools from the shipped pages.
  plugins: [preact({ devToolsEnabled: false }), crewWorker()],
  build: {
    outDir: process.env['WEB_OUT'] ?? 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // MapLibre alone is larger; it is loaded only once the map is shown.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { console: 'index.html', hospital: 'hospital.html', crew: 'crew.html' } },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/tiles': { target: server },
    },
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
