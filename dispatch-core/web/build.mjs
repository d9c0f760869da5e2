// What the Maven build runs: installs and builds the pages with the machine's npm, and only when something changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const OLDEST_NODE = 20;
const here = import.meta.dirname;
const target = join(here, '..', 'target');
const out = join(target, 'classes', 'web');
const contract = join(here, '..', 'src', 'main', 'resources', 'openapi.yaml');
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test-results', 'e2e', 'bench', 'contract.d.ts']);

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`The pages need Node.js ${OLDEST_NODE} or newer to build; this is ${process.versions.node}.`);
  process.exit(1);
}

unlessDone(join(here, 'node_modules', '.installed'), ['package-lock.json'].map(inHere), () =>
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'),
);
const stamp = join(target, 'web.built');
if (!existsSync(join(out, 'index.html'))) writeStamp(stamp, '');
unlessDone(stamp, [...filesUnder(here), contract], () => {
  npm('run', '--silent', 'build');
  compress(join(out, 'assets'));
});

/** Beside each file what the server sends to whoever takes it compressed: made once, as small as it gets. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((name) => /\.(js|css|svg|json)$/.test(name))) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function unlessDone(stamp, inputs, task) {
  const digest = digestOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  task();
  writeStamp(stamp, digest);
}

function npm(...args) {
  const windows = process.platform === 'win32';
  execFileSync('npm', args, { cwd: here, stdio: 'inherit', shell: windows, env: { ...process.env, WEB_OUT: out } });
}

function digestOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(file.slice(here.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function inHere(name) {
  return join(here, name);
}

function writeStamp(stamp, text) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, text);
}
