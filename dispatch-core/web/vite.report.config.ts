import { defineConfig } from 'vite';

/**
 * The public page's script, its style and its service worker, apart from the other pages: one file each, in the oldest
 * language that is worth it, for phones that have not been updated in years. `--mode worker` builds the worker, whose
 * name never changes. The server writes the page itself and finds these files in the manifest.
 */
export default defineConfig(({ mode }) => ({
  build: {
    outDir: process.env['WEB_OUT'] ?? 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    assetsInlineLimit: 0,
    modulePreload: false as const,
    target: ['chrome64', 'firefox60', 'safari12'],
    manifest: mode === 'worker' ? false : '.vite/report.json',
    rolldownOptions: {
      input: mode === 'worker' ? 'report/worker.ts' : 'report/main.ts',
      output: {
        // Vite writes a style into the script of an 'iife', which the content security policy refuses; so the page's script
        // is a module without imports or exports, in a function of its own: any phone takes it as a script.
        format: mode === 'worker' ? ('iife' as const) : ('es' as const),
        ...(mode === 'worker' ? {} : { banner: '(function(){', footer: '})()' }),
        entryFileNames: mode === 'worker' ? 'report-worker.js' : 'assets/report-[hash].js',
      },
    },
  },
}));
