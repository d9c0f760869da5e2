// What deploy/bench pages runs: puts the measuring programs together with the pages' own code, and starts them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
// Beneath the libraries that they use.
const out = join(here, '..', 'node_modules', '.bench');

// Each in one file: a console that is loaded fifty times must share nothing with the others.
for (const entry of ['main', 'others', 'desk']) {
  await build({
    root: join(here, '..'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: join(here, `${entry}.ts`),
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: `${entry}.js`, codeSplitting: false } },
    },
  });
}
const { status } = spawnSync(process.execPath, [join(out, 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
