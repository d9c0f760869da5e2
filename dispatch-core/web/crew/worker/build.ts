import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** The page that works without network, and the address under which people know it. */
const PAGE = 'crew.html';
const ADDRESS = '/crew';
const WORKER = 'crew-worker.js';
/** From public/, which the bundler copies without looking. */
const PUBLIC = ['icon.svg', 'crew.webmanifest'];

/**
 * Makes the service worker of the crew page: with the list of just the files that the page consists of, and a version that
 * is another when any of them is. The usual generator would bring some hundred packages for it.
 */
export function crewWorker(): Plugin {
  let root = '';
  return {
    name: 'crew-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = [...filesOf(bundle), ...PUBLIC];
        const version = createHash('sha256').update(text(bundle[PAGE]));
        files.forEach((file) => version.update(file));
        PUBLIC.forEach((file) => version.update(readFileSync(join(root, 'public', file))));
        const shell = [ADDRESS, ...files.map((file) => `/${file}`)];
        this.emitFile({
          type: 'asset',
          fileName: WORKER,
          source: await compiled(root, shell, version.digest('hex').slice(0, 16)),
        });
      },
    },
  };
}

/** Everything that the page may ever load: what it imports, at once or later, with styles, fonts and the map's worker. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.facadeModuleId?.endsWith(PAGE));
  if (!entry) throw new Error(`${PAGE} was not built`);
  const found = new Set<string>();
  const take = (name: string) => {
    if (found.has(name) || !bundle[name]) return;
    found.add(name);
    const one = bundle[name];
    if (one.type === 'chunk') {
      [...one.imports, ...one.dynamicImports].forEach(take);
      one.viteMetadata?.importedCss.forEach(take);
      one.viteMetadata?.importedAssets.forEach(take);
    }
    // Fonts are named only in styles, and a worker only in the code that starts it.
    const inside = text(one);
    Object.keys(bundle)
      .filter((other) => other.startsWith('assets/') && !found.has(other) && inside.includes(other.slice('assets/'.length)))
      .forEach(take);
  };
  take(entry.fileName);
  return [...found].filter((name) => name !== PAGE && !name.endsWith('.map')).sort();
}

function text(one: Rolldown.OutputBundle[string] | undefined): string {
  if (!one) return '';
  if (one.type === 'chunk') return one.code;
  return /\.(css|js|html)$/.test(one.fileName) ? String(one.source) : '';
}

/** One classic script: not every browser takes modules as a service worker. */
async function compiled(root: string, files: string[], version: string): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: { SHELL_FILES: JSON.stringify(files), SHELL_VERSION: JSON.stringify(version) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'crew/worker/worker.ts'), formats: ['iife'], name: 'crewWorker', fileName: () => WORKER },
    },
  });
  const output = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
  return output.output[0].code;
}
