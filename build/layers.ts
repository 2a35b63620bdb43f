/**
 * Which part of the product may know which: the rules of docs/ARCHITECTURE.md, as data, and their check.
 * Checked twice, because each sees what the other cannot: import statements (with those of types) and the files a bundle really contains.
 */
import type { Import } from './imports.ts';

interface Layer {
  readonly folder: string;
  /** Folders it may import from, beside itself. */
  readonly uses: readonly string[];
  /** Folders of which it may import types, beside those it uses. */
  readonly names?: readonly string[];
  readonly why: string;
}

const PLAIN_DATA = ['src/facts', 'src/highlights', 'src/messages', 'src/text'];

/** The first layer whose folder holds a file is the file's layer. */
const LAYERS: readonly Layer[] = [
  { folder: 'src/text', uses: [], why: 'strings in, offsets out: it must run anywhere and be testable alone' },
  {
    folder: 'src/page',
    uses: ['src/text'],
    names: ['src/facts', 'src/messages'],
    why: 'it works on a document passed in and weighs on every page that is read',
  },
  { folder: 'src/facts', uses: ['src/text'], why: 'facts know no page, no store and no browser' },
  { folder: 'src/highlights', uses: ['src/text'], why: 'a highlight is plain data; time and ids are passed in' },
  {
    folder: 'src/store',
    uses: ['src/facts', 'src/highlights'],
    why: 'the store keeps records; who asks for them is not its business',
  },
  { folder: 'src/messages', uses: ['src/facts', 'src/highlights'], why: 'a message carries plain data between surfaces' },
  {
    folder: 'src/card',
    uses: [],
    names: [...PLAIN_DATA, 'src/page'],
    why: 'the card reducer is pure: what it shows is passed in',
  },
  {
    folder: 'src/ui',
    uses: [],
    names: [...PLAIN_DATA, 'src/card', 'extension/_locales'],
    why: 'components take props and callbacks, and fetch nothing themselves',
  },
  { folder: 'extension/platform', uses: ['src'], why: 'surfaces stand on the platform, not under it' },
  { folder: 'extension/e2e', uses: ['src', 'extension', 'build'], why: 'its tests drive the built extension' },
  {
    folder: 'extension/content',
    uses: ['src/text', 'src/page', 'src/facts', 'src/messages', 'src/highlights', 'src/card', 'src/ui', 'extension/platform'],
    why: 'it runs in news pages: no store, since a database opened there would belong to the site',
  },
  ...['background', 'popup', 'welcome', 'options', 'sidebar', 'history'].map((surface) => ({
    folder: `extension/${surface}`,
    uses: ['src', 'extension/platform'],
    why: 'surfaces talk by messages, never by importing each other',
  })),
];

interface Reserved {
  readonly package: string;
  readonly folder: string;
  readonly why: string;
}

/** Packages that one folder alone may import, but for their types. */
const RESERVED: readonly Reserved[] = [
  { package: 'idb', folder: 'src/store', why: 'the database has one door' },
  { package: 'webextension-polyfill', folder: 'extension/platform', why: 'browser differences are met in one place' },
];

interface Barrier {
  /** Bundles it is about: paths inside the extension start so. */
  readonly bundles: string;
  /** What must not be inside: paths of inputs start so. */
  readonly without: readonly string[];
  readonly why: string;
}

/** What must never be inside a bundle, however it would get there. */
const BARRIERS: readonly Barrier[] = [
  {
    bundles: 'content/',
    without: ['src/store/', 'node_modules/idb/'],
    why: 'a database opened in a page would belong to the news site',
  },
  {
    bundles: 'content/',
    without: ['node_modules/webextension-polyfill/'],
    why: 'it does nothing on the browsers we support and weighs 3 KB on every page',
  },
  {
    bundles: 'content/read.js',
    without: ['node_modules/preact/', 'src/ui/'],
    why: 'pages without a mention must not pay for the card',
  },
  {
    bundles: 'content/mark.js',
    without: ['node_modules/preact/', 'src/ui/'],
    why: 'marks are painted before anybody asks for a card',
  },
  {
    bundles: 'content/highlight.js',
    without: ['node_modules/preact/', 'node_modules/valibot/', 'src/ui/'],
    why: 'passages are drawn before anybody asks for a toolbar',
  },
  { bundles: 'background.js', without: ['node_modules/preact/', 'src/ui/'], why: 'the background has no interface' },
];

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const isTest = (path: string): boolean => /\.(test|browser\.test|e2e)\.tsx?$/.test(path) || path.includes('/fixtures/');

/** One sentence for each import that breaks a rule. Tests may look at anything. */
export function brokenByImports(imports: readonly Import[]): readonly string[] {
  return imports.filter(({ from }) => !isTest(from)).flatMap((found) => [...brokenLayer(found), ...brokenReservation(found)]);
}

function brokenLayer({ from, to, line, typeOnly }: Import): readonly string[] {
  const layer = LAYERS.find(({ folder }) => inside(from, folder));
  const ours = inside(to, 'src') || inside(to, 'extension') || inside(to, 'build') || inside(to, 'bench');
  if (layer === undefined || !ours) return [];
  const allowed = [layer.folder, ...layer.uses, ...(typeOnly ? (layer.names ?? []) : [])];
  if (allowed.some((folder) => inside(to, folder))) return [];
  const uses = layer.uses.length === 0 ? 'nothing' : layer.uses.join(', ');
  const names = layer.names === undefined ? '' : `, and types of ${layer.names.join(', ')}`;
  return [`${from}:${line} imports ${to}, but ${layer.folder} may import ${uses}${names}: ${layer.why}`];
}

function brokenReservation({ from, to, line, typeOnly }: Import): readonly string[] {
  if (typeOnly) return [];
  return RESERVED.filter((rule) => inside(to, rule.package) && !inside(from, rule.folder)).map(
    (rule) => `${from}:${line} imports ${rule.package}, which only ${rule.folder} may: ${rule.why}`,
  );
}

/** The part of esbuild's metafile read here: for each bundle, the bytes each source file gave to it. */
export type BundleInputs = Readonly<
  Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
>;

/** One sentence for each file that is in a bundle where it must not be. */
export function brokenByBundles(outputs: BundleInputs): readonly string[] {
  return Object.entries(outputs).flatMap(([bundle, { inputs }]) =>
    BARRIERS.filter((barrier) => bundle.startsWith(barrier.bundles)).flatMap(({ without, why }) =>
      Object.keys(inputs)
        .filter((input) => without.some((start) => input.startsWith(start)))
        .map((input) => `${bundle} contains ${input}, which it must not: ${why}`),
    ),
  );
}
